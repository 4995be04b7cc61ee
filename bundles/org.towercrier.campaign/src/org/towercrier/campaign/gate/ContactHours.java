package org.towercrier.campaign.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.towercrier.campaign.gate.GateCampaign.Hours;

/**
 * When customers of one place and habit may be contacted. Local time follows the rules of the time zone, also on the days on which clocks change: an hour that is skipped
 * is never waited for, and one that comes twice counts twice.
 *
 * @param zone time zone of the customer
 * @param quiet when nobody is contacted
 * @param allowed when contacts are made, all of which must hold; none for always
 * @param closed whole days without contacts, in local time
 */
public record ContactHours(ZoneId zone, List<Window> quiet, List<Window> allowed, Set<LocalDate> closed) {

    private static final int DAYS_AHEAD = 15;

    /**
     * A part of the week. It belongs to the day on which it begins; one whose end is not after its begin lasts until that time of the next day.
     *
     * @param weekdays ISO days of the week, 1 for Monday; none for every day
     * @param from begin
     * @param until end, not part of it; empty for midnight
     * @param name what it is called in an explanation
     */
    public record Window(Set<Integer> weekdays, LocalTime from, Optional<LocalTime> until, String name) {

        public Window {
            weekdays = Set.copyOf(weekdays);
        }

        private boolean beginsOn(LocalDate day) {
            return weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek().getValue());
        }

        /** Is a local time within it? */
        boolean contains(LocalDateTime time) {
            LocalTime clock = time.toLocalTime();
            if (until.isEmpty()) {
                return beginsOn(time.toLocalDate()) && !clock.isBefore(from);
            }
            LocalTime end = until.get();
            if (from.isBefore(end)) {
                return beginsOn(time.toLocalDate()) && !clock.isBefore(from) && clock.isBefore(end);
            }
            return beginsOn(time.toLocalDate()) && !clock.isBefore(from)
                    || beginsOn(time.toLocalDate().minusDays(1)) && clock.isBefore(end);
        }

        private Stream<LocalTime> borders() {
            return Stream.of(from, until.orElse(LocalTime.MIDNIGHT));
        }
    }

    public ContactHours {
        quiet = List.copyOf(quiet);
        allowed = List.copyOf(allowed);
        closed = Set.copyOf(closed);
    }

    /** What closes a moment; empty when customers may be contacted. */
    public Optional<String> closedBy(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        if (closed.contains(local.toLocalDate())) {
            return Optional.of(local.toLocalDate().toString());
        }
        Optional<String> silent = quiet.stream().filter(window -> window.contains(local)).map(Window::name).findFirst();
        return silent.isPresent() ? silent : allowed.stream().filter(window -> !window.contains(local)).map(Window::name).findFirst();
    }

    /** What holds at a moment, with the next moment that is open when it is not. */
    public Hours at(Instant at) {
        Optional<String> why = closedBy(at);
        return why.isEmpty() ? Hours.OPEN : new Hours(false, next(at), why.get());
    }

    private long next(Instant at) {
        LocalDate today = LocalDateTime.ofInstant(at, zone).toLocalDate();
        Set<Instant> moments = new TreeSet<>();
        Set<LocalTime> borders = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
        Stream.concat(quiet.stream(), allowed.stream()).flatMap(Window::borders).forEach(borders::add);
        for (int day = -1; day <= DAYS_AHEAD; day++) {
            for (LocalTime border : borders) {
                ZonedDateTime moment = ZonedDateTime.of(today.plusDays(day), border, zone);
                moments.add(moment.withEarlierOffsetAtOverlap().toInstant());
                moments.add(moment.withLaterOffsetAtOverlap().toInstant());
            }
        }
        List<Instant> changes = new ArrayList<>();
        Instant last = at.plus(Duration.ofDays(DAYS_AHEAD));
        ZoneOffsetTransition change = zone.getRules().nextTransition(at);
        while (change != null && change.getInstant().isBefore(last)) {
            changes.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        moments.addAll(changes);
        return moments.stream().filter(moment -> moment.isAfter(at)).filter(moment -> closedBy(moment).isEmpty()).findFirst()
                .map(moment -> moment.atOffset(ZoneOffset.UTC).toEpochSecond()).orElse(Hours.NEVER);
    }
}
