package org.towercrier.campaign.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.gate.GatePeople;
import org.towercrier.campaign.gate.GatePeople.ConsentCode;
import org.towercrier.campaign.internal.gate.GateSetting;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Cancellation;

/** What the engine numbers and reduces is compared with the same rows, gone through one by one. */
class GateReadingTest {

    private static final int PEOPLE = 10_000;
    private static final Instant AT = Instant.parse("2026-06-10T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    /** The engine's order of these is not that of Java's strings. */
    private static final String NAME = "case when i % 11 = 0 then chr(128512) when i % 11 = 1 then chr(65374) else 'c' end || lpad(cast(i as varchar), 5, '0')";

    @TempDir
    Path folder;

    private void fill(World world) throws Exception {
        world.sql(
                "insert into customer (id, household, \"group\", \"homeCell\", \"timeZone\", region, \"contactFrom\", \"preferredChannel\", churned,"
                        + " \"leaveDate\") select " + NAME
                        + ", case when i % 4 > 0 then 'h' || (i // 3) end, case when i % 7 = 0 then 'g' || (i // 70) end,"
                        + " case when i % 5 > 0 then 'cell' || (i % 40) end, case i % 3 when 0 then 'UTC' when 1 then 'Asia/Shanghai' end, case when i % 2 = 0 then 'R' end,"
                        + " case when i % 6 = 0 then '09:00' end, case i % 9 when 0 then 'HOTLINE' when 1 then 'MESSAGE' when 2 then 'SMOKE' end, i % 50 = 0,"
                        + " case when i % 25 = 0 then date '2026-06-01' + cast(i % 20 as integer) end from range(" + PEOPLE + ") t(i)");
        world.sql("insert into consent (customer, purpose, channel, state, changed, confirmed, \"validUntil\") select " + NAME
                + ", case when i % 8 = 0 then 'SERVICE' else 'MARKETING' end, case when i % 5 = 0 then 'HOTLINE' else 'MESSAGE' end,"
                + " case i % 4 when 0 then 'WITHDRAWN' when 1 then 'REFUSED' else 'GRANTED' end,"
                + " case when i % 13 > 0 then timestamp '2026-06-01 00:00:00' + to_hours(cast(i % 400 as integer)) end,"
                + " case when i % 2 = 0 then timestamp '2026-05-01 00:00:00' end, case when i % 6 = 0 then date '2026-06-01' + cast(i % 20 as integer) end"
                + " from range(" + PEOPLE + ") t(i)");
        world.sql(
                "insert into contact (id, campaign, customer, channel, \"messageClass\", state, sent) select 'K' || i, case when i % 2 = 0 then 'young' else 'other' end, "
                        + NAME
                        + ", case when i % 3 = 0 then 'HOTLINE' else 'MESSAGE' end, 'MARKETING', case when i % 10 = 0 then 'FAILED' else 'COMPLETED' end,"
                        + " timestamp '2026-05-30 00:00:00' + to_hours(cast(i % 500 as integer)) from range(0, " + PEOPLE + ", 3) t(i)");
        world.sql("insert into audience_member (campaign, customer, frozen, arm, \"expectedValue\", room, qualifying) select 'young', "
                + NAME
                + ", timestamp '2026-06-01 08:00:00', case when i % 10 = 1 then 'CAMPAIGN_CONTROL' when i % 10 > 1 then 'TREATMENT' end, i % 97,"
                + " case when i % 2 = 0 then 'DELAYED' end, '{}' from range(0, " + PEOPLE + ", 2) t(i)");
    }

    private static List<Record> rows(World world, String sql) throws Exception {
        return new ArrayList<>(world.store.store().read(reader -> reader.fetch(sql)));
    }

    private static Optional<Instant> instant(Record row, String column) {
        return Optional.ofNullable(row.get(column, LocalDateTime.class)).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    @Test
    void everything_is_as_it_is_when_each_row_is_gone_through() throws Exception {
        try (World world = new World(folder)) {
            fill(world);
            world.policy(
                    "{name: test, active: true, timeZone: UTC, minimumDistance: 7, universalControlShare: 20%, universalControlSalt: u}");
            world.save(World.text("young", "< 90"));
            var campaign = world.campaigns.open("young").orElseThrow().root();
            campaign.setLaunched(Instant.parse("2026-06-01T08:00:00Z"));
            GateSetting setting = world.gate.setting(campaign, ContactGate.Question.of("young", AT), Cancellation.none());
            GatePeople people = setting.people();
            customers(world, setting);
            consents(world, people);
            candidates(world, setting);
            assertEquals(world.gate.setting(campaign, ContactGate.Question.of("young", AT), Cancellation.none()).candidates().size(),
                    setting.candidates().size());
        }
    }

    private static void customers(World world, GateSetting setting) throws Exception {
        GatePeople people = setting.people();
        String[] sorted = people.ids().clone();
        java.util.Arrays.sort(sorted);
        assertArrayEquals(sorted, people.ids());
        Map<String, Integer> households = new HashMap<>();
        Set<String> profiles = new HashSet<>();
        UnitDraw draw = new UnitDraw("u");
        for (Record row : rows(world, "select * from customer")) {
            int person = people.indexOf(row.get("id", String.class));
            if (person >= 0) {
                String household = row.get("household", String.class);
                assertEquals(household == null, people.household()[person] == GatePeople.NONE);
                assertEquals(people.household()[person],
                        household == null ? GatePeople.NONE : households.computeIfAbsent(household, none -> people.household()[person]));
                String cell = row.get("homeCell", String.class);
                assertEquals(cell, people.homeCell()[person] == GatePeople.NONE ? null : setting.cells().get(people.homeCell()[person]));
                assertEquals(row.get("group") == null, people.group()[person] == GatePeople.NONE);
                profiles.add(people.profile()[person] + ":" + row.get("timeZone") + row.get("region") + row.get("contactFrom"));
                ContactChannel preferred = ContactChannel.get(String.valueOf(row.get("preferredChannel")));
                assertEquals(preferred == null ? -1 : preferred.getValue(), people.preferred()[person]);
                LocalDate left = row.get("leaveDate", LocalDate.class);
                assertEquals(left == null ? row.get("churned", Boolean.class) : !left.isAfter(DAY), people.left()[person]);
                assertEquals(draw.place(household == null ? people.ids()[person] : household) < 0.2, people.universal()[person]);
            }
        }
        assertEquals(households.size(), new HashSet<>(households.values()).size());
        assertEquals(profiles.size(), profiles.stream().map(each -> each.substring(0, each.indexOf(':'))).distinct().count());
    }

    private static void consents(World world, GatePeople people) throws Exception {
        Map<String, ConsentCode> expected = new HashMap<>();
        for (Record row : rows(world, "select * from consent where purpose = 'MARKETING'")) {
            ConsentCode state = ConsentCode.valueOf(row.get("state", String.class));
            if (instant(row, "changed").filter(changed -> changed.isAfter(AT)).isPresent()) {
                boolean before = instant(row, "confirmed").filter(confirmed -> !confirmed.isAfter(AT)).isPresent();
                state = before && state == ConsentCode.WITHDRAWN ? ConsentCode.GRANTED : ConsentCode.UNKNOWN;
            }
            LocalDate until = row.get("validUntil", LocalDate.class);
            expected.put(row.get("customer", String.class) + row.get("channel"),
                    state == ConsentCode.GRANTED && until != null && until.isBefore(DAY) ? ConsentCode.EXPIRED : state);
        }
        assertEquals(Set.of(ConsentCode.values()), new HashSet<>(expected.values()));
        for (int person = 0; person < people.size(); person++) {
            for (ContactChannel channel : List.of(ContactChannel.MESSAGE, ContactChannel.HOTLINE)) {
                assertEquals(expected.getOrDefault(people.ids()[person] + channel.getLiteral(), ConsentCode.UNKNOWN),
                        people.consent(MessageClass.MARKETING, channel.getValue(), person));
            }
        }
    }

    private static void candidates(World world, GateSetting setting) throws Exception {
        Set<String> reached = new HashSet<>();
        long lately = 0;
        for (Record row : rows(world, "select * from contact where state <> 'FAILED'")) {
            Instant sent = instant(row, "sent").orElseThrow();
            if (row.get("campaign").equals("young") && !sent.isAfter(AT) && !sent.isBefore(Instant.parse("2026-06-01T08:00:00Z"))) {
                reached.add(row.get("customer", String.class));
            }
            lately += !sent.isAfter(AT) && sent.isAfter(AT.minusSeconds(8 * 86_400)) ? 1 : 0;
        }
        assertEquals(lately, setting.history().size());
        Map<String, Record> members = new HashMap<>();
        rows(world, "select * from audience_member").forEach(row -> members.put(row.get("customer", String.class), row));
        assertEquals(members.size(), setting.candidates().size());
        for (int i = 0; i < setting.candidates().size(); i++) {
            String customer = setting.customer(i);
            Record member = members.remove(customer);
            assertEquals(member.get("expectedValue", Double.class), setting.candidates().value()[i]);
            assertEquals("CAMPAIGN_CONTROL".equals(member.get("arm")), setting.candidates().control()[i]);
            assertEquals(member.get("room") != null, setting.candidates().room()[i] >= 0);
            assertEquals(reached.contains(customer), setting.candidates().contacted()[i]);
        }
        assertTrue(members.isEmpty());
    }
}
