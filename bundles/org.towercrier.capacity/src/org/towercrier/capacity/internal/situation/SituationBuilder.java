package org.towercrier.capacity.internal.situation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.internal.situation.Joins.Link;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situation.Member;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.SituationScope;

/** Says of a set of alarms what they have in common and why each is in it. */
final class SituationBuilder {

    private static final int ID_BYTES = 6;

    private final List<Point> points;
    private final Joins joins;
    private final Wishes wishes;
    private final Surroundings surroundings;
    private final Parents parents;

    SituationBuilder(List<Point> points, Joins joins, Wishes wishes, Surroundings surroundings, Parents parents) {
        this.points = points;
        this.joins = joins;
        this.wishes = wishes;
        this.surroundings = surroundings;
        this.parents = parents;
    }

    /**
     * @param alarms  the members in canonical order
     * @param middles middles of neighbourhoods and areas, by the first alarm of the set they were joined as
     */
    Situation build(List<Integer> alarms, Map<Integer, Integer> middles) {
        Point first = points.get(alarms.getFirst());
        List<Integer> joined = alarms.stream().filter(alarm -> !moved(alarm)).toList();
        SituationScope scope = scope(joined);
        List<Member> members = alarms.stream().map(alarm -> member(alarm, alarms.getFirst())).toList();
        int parent = parents.of(alarms, points);
        PerceivedSeverity severity = alarms.stream().map(points::get).map(Point::severity).min(Severities.WORST_FIRST).orElseThrow();
        return new Situation(id(first.id()), scope, place(scope, joined.isEmpty() ? alarms : joined, middles), points.get(parent).id(),
                severity, Instant.ofEpochSecond(first.first()), Instant.ofEpochSecond(points.get(alarms.getLast()).first()), members);
    }

    /** What the alarms that nobody moved have in common. */
    private SituationScope scope(List<Integer> joined) {
        if (joined.size() < 2) {
            return SituationScope.CHOSEN;
        }
        List<String> cells = joined.stream().map(alarm -> points.get(alarm).cell()).distinct().toList();
        if (cells.stream().map(surroundings::sector).distinct().count() == 1) {
            return SituationScope.PHYSICAL_SECTOR;
        }
        if (cells.stream().map(surroundings::site).distinct().count() == 1) {
            return SituationScope.SITE;
        }
        boolean area = joined.stream().flatMap(alarm -> joins.link(alarm).stream()).anyMatch(link -> link.scope() == SituationScope.AREA);
        return area ? SituationScope.AREA : SituationScope.NEIGHBOURHOOD;
    }

    private boolean moved(int alarm) {
        return wishes.anchor(alarm) != alarm;
    }

    private Member member(int alarm, int first) {
        Point point = points.get(alarm);
        Optional<Wishes.Wish> wish = wishes.together(alarm).filter(own -> moved(alarm));
        int other = wish.map(Wishes.Wish::anchor).orElseGet(() -> joins.link(alarm).map(Link::to).orElse(first));
        SituationScope link = wish.isPresent() ? SituationScope.CHOSEN
                : joins.link(alarm).map(Link::scope).orElse(SituationScope.PHYSICAL_SECTOR);
        return new Member(point.id(), point.cell(), point.listed(), link, points.get(other).id(),
                Duration.ofSeconds(point.first() - points.get(other).first()),
                wish.map(own -> OptionalLong.of(own.decision())).orElse(OptionalLong.empty()));
    }

    private String place(SituationScope scope, List<Integer> alarms, Map<Integer, Integer> middles) {
        String cell = points.get(alarms.getFirst()).cell();
        return switch (scope) {
            case PHYSICAL_SECTOR -> surroundings.sector(cell);
            case SITE -> surroundings.site(cell);
            case NEIGHBOURHOOD, AREA -> alarms.stream().map(alarm -> middles.get(joins.find(alarm))).filter(Objects::nonNull)
                    .findFirst().map(middle -> points.get(middle).cell()).orElse(cell);
            case CHOSEN -> cell;
        };
    }

    private static String id(String firstAlarm) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(("situation " + firstAlarm).getBytes(StandardCharsets.UTF_8));
            return "s" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
