package org.towercrier.campaign.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the gate written down once more, customer by customer and without any cleverness, to hold the fast ones against. */
final class PlainGate {

    /** A customer. */
    record Person(String id, String household, String group, boolean alarm, String preferred, boolean left, boolean universal,
            boolean barred,
            Map<String, String> consent, boolean quiet) {
    }

    /** A contact. */
    record Made(String customer, String channel, long at) {
    }

    /** A cap. */
    record Limit(String unit, String channel, int most, int days) {
    }

    /** A campaign. */
    static final class Drive {
        String id;
        String kind;
        int priority;
        long begun;
        List<String> channels = new ArrayList<>();
        Map<String, Double> costs = new HashMap<>();
        Map<String, Long> left = new HashMap<>();
        double budget;
    }

    /** A candidate. */
    static final class Wish {
        Person person;
        Drive drive;
        double value;
        boolean control;
        boolean contacted;
        String room;
        String outcome = "";
        String rule = "";
        String channel = "";
        List<String> open = new ArrayList<>();
        Wish winner;
    }

    final Map<String, Person> people = new HashMap<>();
    final List<Made> made = new ArrayList<>();
    final List<Limit> limits = new ArrayList<>();
    final Map<String, Long> capacity = new HashMap<>();
    boolean consentNeeded;
    boolean pause;
    int distance;
    String mode;
    long now;

    void decide(List<Wish> wishes) {
        for (Wish wish : wishes) {
            alone(wish);
        }
        for (Wish wish : wishes) {
            if (wish.outcome.isEmpty() && wish.drive.kind.equals("MARKETING")) {
                Wish best = wishes.stream().filter(each -> each.person == wish.person && each.drive.kind.equals("MARKETING"))
                        .filter(each -> each.outcome.isEmpty() || each.rule.equals("ARBITRATION")).min(this::competing).orElseThrow();
                if (best != wish) {
                    wish.outcome = "STOPPED";
                    wish.rule = "ARBITRATION";
                    wish.winner = best;
                }
            }
        }
        Comparator<Wish> order = Comparator.comparing((Wish wish) -> List.of("SERVICE", "CARE", "MARKETING").indexOf(wish.drive.kind));
        order = order.thenComparing(wish -> -wish.value).thenComparing(wish -> !"IDLE".equals(wish.room))
                .thenComparing(wish -> wish.person.id);
        List<Wish> left = wishes.stream().filter(wish -> wish.outcome.isEmpty()).sorted(order).toList();
        left.forEach(this::take);
    }

    private int competing(Wish one, Wish two) {
        Comparator<Wish> value = Comparator.comparing(wish -> -wish.value);
        Comparator<Wish> priority = Comparator.comparing(wish -> -wish.drive.priority);
        Comparator<Wish> begun = Comparator.comparing(wish -> wish.drive.begun);
        Comparator<Wish> order = switch (mode) {
            case "EXPECTED_VALUE" -> value.thenComparing(priority).thenComparing(begun);
            case "PRIORITY" -> priority.thenComparing(value).thenComparing(begun);
            default -> begun.thenComparing(value).thenComparing(priority);
        };
        return order.thenComparing(wish -> wish.drive.id).compare(one, two);
    }

    private void alone(Wish wish) {
        Person person = wish.person;
        boolean marketing = wish.drive.kind.equals("MARKETING");
        if (person.left) {
            say(wish, "STOPPED", "LEFT", "");
        } else if (wish.control || marketing && person.universal) {
            say(wish, "STOPPED", "CONTROL_GROUP", "");
        } else if (wish.contacted) {
            say(wish, "STOPPED", "ALREADY_CONTACTED", "");
        } else if (marketing && person.barred) {
            say(wish, "STOPPED", "DO_NOT_CONTACT", "");
        } else if ("LEFT_OUT".equals(wish.room)) {
            say(wish, "STOPPED", "CELL_CAPACITY", "");
        } else {
            List<String> usable = new ArrayList<>();
            List<String> tried = tried(wish, wish.drive.channels);
            for (String channel : tried) {
                if (consents(wish, channel) && (!marketing || full(person, channel, made).isEmpty())) {
                    usable.add(channel);
                }
            }
            if (usable.isEmpty()) {
                say(wish, "STOPPED", consents(wish, tried.get(0)) ? "FREQUENCY_CAP" : "CONSENT", tried.get(0));
            } else if (marketing && made.stream()
                    .anyMatch(each -> each.customer.equals(person.id) && each.at <= now && now - each.at < distance * 86_400L)) {
                say(wish, "STOPPED", "MINIMUM_DISTANCE", "");
            } else if (marketing && pause && person.alarm) {
                say(wish, "DELAYED", "HOME_CELL_ALARM", "");
            } else if ("DELAYED".equals(wish.room)) {
                say(wish, "DELAYED", "CELL_CAPACITY", "");
            } else if (person.quiet && !wish.drive.kind.equals("SERVICE")) {
                say(wish, "DELAYED", "QUIET_HOURS", "?");
            } else {
                wish.open = usable;
            }
        }
    }

    private static List<String> tried(Wish wish, List<String> channels) {
        List<String> order = new ArrayList<>(channels);
        if (order.remove(wish.person.preferred)) {
            order.add(0, wish.person.preferred);
        }
        return order;
    }

    private boolean consents(Wish wish, String channel) {
        String state = wish.person.consent.getOrDefault(wish.drive.kind + channel, "UNKNOWN");
        if (state.equals("REFUSED") || state.equals("WITHDRAWN")) {
            return false;
        }
        return state.equals("GRANTED") || !consentNeeded || !wish.drive.kind.equals("MARKETING");
    }

    private Optional<Limit> full(Person person, String channel, List<Made> contacts) {
        return limits.stream().filter(limit -> limit.channel.isEmpty() || limit.channel.equals(channel)).filter(limit -> {
            if (limit.unit.equals("CORPORATE_GROUP") && person.group.isEmpty()) {
                return false;
            }
            long count = contacts.stream().filter(each -> same(limit.unit, person, people.get(each.customer)))
                    .filter(each -> limit.channel.isEmpty() || limit.channel.equals(each.channel))
                    .filter(each -> each.at <= now && each.at > now - limit.days * 86_400L).count();
            return count >= limit.most;
        }).findFirst();
    }

    private static boolean same(String unit, Person one, Person two) {
        return switch (unit) {
            case "CUSTOMER" -> one == two;
            case "HOUSEHOLD" -> one == two || !one.household.isEmpty() && one.household.equals(two.household);
            default -> one.group.equals(two.group);
        };
    }

    private void take(Wish wish) {
        boolean marketing = wish.drive.kind.equals("MARKETING");
        String stopped = "";
        String stoppedOn = "";
        String delayedOn = "";
        for (String channel : wish.open) {
            String no = "";
            if (marketing && full(wish.person, channel, made).isPresent()) {
                no = "FREQUENCY_CAP";
            } else if (wish.drive.left.get(channel) <= 0) {
                no = "CHANNEL_CAPACITY";
            } else if (wish.drive.budget < wish.drive.costs.get(channel)) {
                no = "BUDGET";
            } else if (capacity.get(channel) <= 0) {
                delayedOn = delayedOn.isEmpty() ? channel : delayedOn;
                continue;
            }
            if (no.isEmpty()) {
                capacity.merge(channel, -1L, Long::sum);
                wish.drive.left.merge(channel, -1L, Long::sum);
                wish.drive.budget -= wish.drive.costs.get(channel);
                if (marketing) {
                    made.add(new Made(wish.person.id, channel, now));
                }
                say(wish, "PASSED", "NONE", channel);
                return;
            }
            if (stopped.isEmpty()) {
                stopped = no;
                stoppedOn = channel;
            }
        }
        if (!delayedOn.isEmpty()) {
            say(wish, "DELAYED", "CHANNEL_CAPACITY", delayedOn);
        } else {
            say(wish, "STOPPED", stopped, stoppedOn);
        }
    }

    private static void say(Wish wish, String outcome, String rule, String channel) {
        wish.outcome = outcome;
        wish.rule = rule;
        wish.channel = channel;
    }
}
