package org.towercrier.campaign.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.campaign.gate.GatePeople.ConsentCode;
import org.towercrier.campaign.gate.PlainGate.Drive;
import org.towercrier.campaign.gate.PlainGate.Limit;
import org.towercrier.campaign.gate.PlainGate.Made;
import org.towercrier.campaign.gate.PlainGate.Person;
import org.towercrier.campaign.gate.PlainGate.Wish;
import org.towercrier.model.campaign.ArbitrationMode;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;

class GateTest {

    private static final long NOW = 1_780_000_000L;
    private static final List<String> CHANNELS = List.of("HALL", "HOTLINE", "MESSAGE");

    /** A whole random world, for both gates. */
    private static final class World {
        final Random random;
        final PlainGate plain = new PlainGate();
        final List<Person> people = new ArrayList<>();
        final List<Drive> drives = new ArrayList<>();
        final List<Wish> wishes = new ArrayList<>();
        final Map<String, Long> capacity = new HashMap<>();

        World(long seed) {
            random = new Random(seed);
            policy();
            people(60 + random.nextInt(60));
            drives(1 + random.nextInt(4));
            for (Person person : people) {
                for (Drive drive : drives) {
                    if (random.nextInt(3) > 0) {
                        wish(person, drive);
                    }
                }
            }
        }

        private void policy() {
            plain.now = NOW;
            plain.consentNeeded = random.nextInt(4) > 0;
            plain.pause = random.nextBoolean();
            plain.distance = random.nextInt(10);
            plain.mode = ArbitrationMode.VALUES.get(random.nextInt(3)).getLiteral();
            for (int i = random.nextInt(4); i > 0; i--) {
                String unit = AudienceUnit.VALUES.get(random.nextInt(3)).getLiteral();
                plain.limits.add(new Limit(unit, random.nextBoolean() ? "" : CHANNELS.get(random.nextInt(3)), 1 + random.nextInt(3),
                        1 + random.nextInt(30)));
            }
            CHANNELS.forEach(channel -> capacity.put(channel, random.nextBoolean() ? Long.MAX_VALUE / 2 : random.nextInt(40)));
            plain.capacity.putAll(capacity);
        }

        private void people(int count) {
            for (int i = 0; i < count; i++) {
                Map<String, String> consent = new HashMap<>();
                for (String channel : CHANNELS) {
                    for (MessageClass kind : MessageClass.VALUES) {
                        consent.put(kind + channel, ConsentCode.values()[Math.max(0, random.nextInt(9) - 4)].name());
                    }
                    consent.put("MARKETING" + channel, ConsentCode.values()[random.nextInt(3) > 0 ? 1 : random.nextInt(5)].name());
                }
                Person person = new Person(String.format("c%04d", i), random.nextInt(3) == 0 ? "" : "h" + random.nextInt(count / 3 + 1),
                        random.nextInt(3) > 0 ? "" : "g" + random.nextInt(4), random.nextInt(8) == 0,
                        random.nextBoolean() ? "" : ContactChannel.VALUES.get(random.nextInt(6)).getLiteral(), random.nextInt(15) == 0,
                        random.nextInt(15) == 0, random.nextInt(15) == 0, consent, random.nextInt(10) == 0);
                people.add(person);
                plain.people.put(person.id(), person);
            }
            for (int i = random.nextInt(count); i > 0; i--) {
                plain.made.add(new Made(people.get(random.nextInt(count)).id(), CHANNELS.get(random.nextInt(3)),
                        NOW + 5 * 86_400L - random.nextInt(40) * 86_400L - random.nextInt(2)));
            }
        }

        private void drives(int count) {
            for (int i = 0; i < count; i++) {
                Drive drive = new Drive();
                drive.id = "k" + i;
                drive.kind = random.nextInt(3) > 0 ? "MARKETING" : MessageClass.VALUES.get(random.nextInt(3)).getLiteral();
                drive.priority = random.nextInt(2);
                drive.begun = NOW - random.nextInt(3);
                drive.budget = random.nextBoolean() ? 1e9 : random.nextInt(30);
                List<String> shuffled = new ArrayList<>(CHANNELS);
                java.util.Collections.shuffle(shuffled, random);
                for (String channel : shuffled.subList(0, 1 + random.nextInt(3))) {
                    drive.channels.add(channel);
                    drive.costs.put(channel, (double) random.nextInt(3));
                    drive.left.put(channel, random.nextBoolean() ? Long.MAX_VALUE / 2 : random.nextInt(30));
                }
                drives.add(drive);
            }
        }

        private void wish(Person person, Drive drive) {
            Wish wish = new Wish();
            wish.person = person;
            wish.drive = drive;
            wish.value = random.nextInt(6);
            wish.control = random.nextInt(10) == 0;
            wish.contacted = random.nextInt(10) == 0;
            wish.room = random.nextInt(5) == 0 ? CellRoom.VALUES.get(random.nextInt(6)).getLiteral() : "";
            wishes.add(wish);
        }

        GateRules rules() {
            long[] daily = new long[GateRules.CHANNELS];
            CHANNELS.forEach(channel -> daily[ContactChannel.get(channel).getValue()] = capacity.get(channel));
            return new GateRules(plain.consentNeeded, plain.distance, ArbitrationMode.get(plain.mode), plain.pause,
                    plain.limits.stream().map(limit -> new GateRules.Cap(AudienceUnit.get(limit.unit()),
                            limit.channel().isEmpty() ? GateRules.EVERY_CHANNEL : ContactChannel.get(limit.channel()).getValue(),
                            limit.most(),
                            limit.days())).toList(),
                    daily);
        }

        GatePeople columns() {
            String[] ids = people.stream().map(Person::id).toArray(String[]::new);
            GatePeople columns = GatePeople.blank(ids, 2);
            columns.alarm()[1] = true;
            Map<String, Integer> households = new TreeMap<>();
            for (int i = 0; i < ids.length; i++) {
                Person person = people.get(i);
                if (!person.household().isEmpty()) {
                    columns.household()[i] = households.computeIfAbsent(person.household(), none -> households.size());
                }
                columns.group()[i] = person.group().isEmpty() ? GatePeople.NONE : person.group().charAt(1) - '0';
                columns.homeCell()[i] = person.alarm() ? 1 : 0;
                columns.profile()[i] = person.quiet() ? 1 : 0;
                columns.preferred()[i] = (byte) (person.preferred().isEmpty() ? -1 : ContactChannel.get(person.preferred()).getValue());
                columns.left()[i] = person.left();
                columns.universal()[i] = person.universal();
                columns.doNotContact()[i] = person.barred() ? 0 : GatePeople.NONE;
                for (MessageClass kind : MessageClass.VALUES) {
                    for (String channel : CHANNELS) {
                        columns.setConsent(kind, ContactChannel.get(channel).getValue(), i,
                                ConsentCode.valueOf(person.consent().get(kind + channel)));
                    }
                }
            }
            return columns;
        }

        GateHistory history() {
            int[] person = plain.made.stream().mapToInt(made -> Integer.parseInt(made.customer().substring(1))).toArray();
            byte[] channel = new byte[person.length];
            long[] at = new long[person.length];
            for (int i = 0; i < person.length; i++) {
                channel[i] = (byte) ContactChannel.get(plain.made.get(i).channel()).getValue();
                at[i] = plain.made.get(i).at();
            }
            return new GateHistory(person, channel, at);
        }

        List<GateCampaign> campaigns() {
            GateCampaign.Hours[] hours = { GateCampaign.Hours.OPEN, new GateCampaign.Hours(false, NOW + 3600, "night") };
            return drives.stream().map(drive -> new GateCampaign(drive.id, MessageClass.get(drive.kind), drive.priority, drive.begun,
                    drive.channels.stream().map(channel -> new GateCampaign.Channel(ContactChannel.get(channel).getValue(),
                            drive.costs.get(channel), drive.left.get(channel), hours)).toList(),
                    drive.budget)).toList();
        }

        GateCandidates candidates() {
            int n = wishes.size();
            GateCandidates rows = new GateCandidates(new int[n], new int[n], new double[n], new boolean[n], new boolean[n], new byte[n]);
            for (int i = 0; i < n; i++) {
                Wish wish = wishes.get(i);
                rows.person()[i] = people.indexOf(wish.person);
                rows.campaign()[i] = drives.indexOf(wish.drive);
                rows.value()[i] = wish.value;
                rows.control()[i] = wish.control;
                rows.contacted()[i] = wish.contacted;
                rows.room()[i] = (byte) (wish.room.isEmpty() ? -1 : CellRoom.get(wish.room).getValue());
            }
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 100, 200, 300, 400 })
    void decides_as_the_rules_written_down_plainly_do(int from) {
        for (int seed = from; seed < from + 100; seed++) {
            World world = new World(seed);
            GateDecisions decisions = Gate.decide(world.rules(), world.columns(), world.history(), world.campaigns(), world.candidates(),
                    NOW);
            world.plain.decide(world.wishes);
            for (int row = 0; row < world.wishes.size(); row++) {
                Wish wish = world.wishes.get(row);
                String where = "seed " + seed + " row " + row + " " + wish.person.id() + " " + wish.drive.id;
                assertEquals(wish.rule, decisions.ruleOf(row).getLiteral(), where);
                assertEquals(wish.outcome, decisions.outcomeOf(row).getLiteral(), where);
                if (wish.outcome.equals("PASSED")) {
                    assertEquals(wish.channel, ContactChannel.get(decisions.channel()[row]).getLiteral(), where);
                }
                if (wish.rule.equals("ARBITRATION")) {
                    assertEquals(world.wishes.indexOf(wish.winner), (int) decisions.figure()[row], where);
                }
            }
        }
    }

    @Test
    void every_rule_decides_somewhere_in_these_worlds() {
        Set<GateRule> seen = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            World world = new World(seed);
            seen.addAll(Gate.decide(world.rules(), world.columns(), world.history(), world.campaigns(), world.candidates(), NOW).byRule()
                    .keySet());
        }
        assertEquals(GateRule.VALUES.size() - 1, seen.size(), seen.toString());
    }

    @Test
    void the_explanation_names_a_rule_that_says_what_was_decided() {
        World world = new World(5);
        GateDecisions decisions = Gate.decide(world.rules(), world.columns(), world.history(), world.campaigns(), world.candidates(), NOW);
        for (int row = 0; row < world.wishes.size(); row++) {
            GateOutcome outcome = decisions.outcomeOf(row);
            GateRule rule = decisions.ruleOf(row);
            List<RuleCheck> checks = Gate.explain(world.rules(), world.columns(), world.history(), world.campaigns(), world.candidates(),
                    NOW,
                    decisions, row);
            assertTrue(
                    outcome == GateOutcome.PASSED || checks.stream().anyMatch(check -> check.rule() == rule && check.outcome() == outcome),
                    rule + " " + checks);
        }
    }

    @Test
    void of_a_million_in_households_of_three_two_thirds_pass_a_cap_of_two() {
        int n = 1_000_000;
        String[] ids = new String[n];
        for (int i = 0; i < n; i++) {
            ids[i] = "c" + (10_000_000 + i);
        }
        GatePeople people = GatePeople.blank(ids, 10);
        GateCandidates rows = new GateCandidates(new int[n], new int[n], new double[n], new boolean[n], new boolean[n], new byte[n]);
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            people.household()[i] = i / 3;
            people.setConsent(MessageClass.MARKETING, 2, i, ConsentCode.GRANTED);
            rows.person()[i] = i;
            rows.value()[i] = random.nextDouble();
        }
        GateRules rules = new GateRules(true, 7, ArbitrationMode.EXPECTED_VALUE, true,
                List.of(new GateRules.Cap(AudienceUnit.HOUSEHOLD, GateRules.EVERY_CHANNEL, 2, 30)), GateRules.open().dailyCapacity());
        GateCampaign campaign = new GateCampaign("k", MessageClass.MARKETING, 0, 0,
                List.of(new GateCampaign.Channel(2, 0.01, GateRules.UNLIMITED, new GateCampaign.Hours[]{ GateCampaign.Hours.OPEN })),
                Double.POSITIVE_INFINITY);
        GateDecisions decisions = Gate.decide(rules, people, GateHistory.NONE, List.of(campaign), rows, NOW);
        assertEquals(666_667, decisions.count(GateOutcome.PASSED));
    }
}
