package org.towercrier.campaign.internal.gate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.towercrier.campaign.gate.GateCampaign;
import org.towercrier.campaign.gate.GateCandidates;
import org.towercrier.campaign.gate.GateHistory;
import org.towercrier.campaign.gate.GatePeople;
import org.towercrier.campaign.gate.GateRules;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.campaign.internal.audience.AudienceQuery;
import org.towercrier.campaign.internal.gate.PolicyRules.Profile;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.TableSchema;

/** Reads what the gate needs to know from one consistent state of the store. */
final class GateReader {

    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);
    private static final TableSchema CONTACTS = TableSchema.of(Literals.CONTACT);
    private static final Field<Instant> MADE = coalesce(CONTACTS.field("sent", Instant.class), CONTACTS.field("planned", Instant.class));
    private static final Condition REAL = coalesce(CONTACTS.field("state", String.class), inline("COMPLETED")).notIn("FAILED", "CANCELLED");
    private static final int DAY = 86_400;
    private static final int OTHER_CHANNEL = -2;

    /**
     * What is asked.
     *
     * @param campaigns the first is asked about; the others were launched and compete
     * @param fresh audience of the first when it was not launched
     * @param channels only these; none for all of each campaign
     * @param among only these customers; none for all
     */
    record Asked(List<Campaign> campaigns, Optional<AudienceQuery> fresh, ContactPolicy policy, long version, Instant at,
            List<String> among,
            List<ContactChannel> channels) {
    }

    private final DSLContext sql;
    private final Asked asked;
    private final PolicyRules rules;
    private final LocalDate day;
    private final List<String> ids;

    GateReader(DSLContext sql, Asked asked) {
        this.sql = sql;
        this.asked = asked;
        this.rules = new PolicyRules(asked.policy());
        this.day = asked.at().atZone(rules.zone()).toLocalDate();
        this.ids = asked.campaigns().stream().map(Campaign::getId).toList();
    }

    GateSetting read() {
        NumberedCustomers customers = new NumberedCustomers(sql, everybody(), day);
        PeopleReader reader = new PeopleReader(sql, customers, asked.at(), day);
        Set<MessageClass> classes = EnumSet.noneOf(MessageClass.class);
        asked.campaigns().forEach(each -> classes.add(each.getMessageClass()));
        GatePeople people = reader.read(asked.policy(), classes);
        Candidates candidates = new Candidates();
        asked.fresh().ifPresent(query -> fresh(query, customers, candidates));
        frozen(customers, candidates);
        List<GateCampaign> campaigns = new ArrayList<>();
        Map<String, Spent> spent = spent();
        List<Profile> profiles = customers.profiles();
        for (Campaign each : asked.campaigns()) {
            campaigns.add(campaign(each, profiles, spent));
        }
        GateHistory history = history(customers);
        customers.drop();
        return new GateSetting(asked.policy(), asked.version(), asked.at().getEpochSecond(), rules.rules(usedToday()), people, history,
                campaigns, candidates.columns(), reader.barredFor(), reader.cells(), profiles);
    }

    private Select<Record1<String>> members() {
        Condition of = MEMBERS.field("campaign", String.class).in(ids).and(MEMBERS.field("frozen", Instant.class).le(asked.at()));
        Select<Record1<String>> frozen = select(MEMBERS.field("customer", String.class)).from(MEMBERS.table())
                .where(asked.among().isEmpty() ? of : of.and(MEMBERS.field("customer", String.class).in(asked.among())));
        if (asked.fresh().isEmpty()) {
            return frozen;
        }
        AudienceQuery query = asked.fresh().get();
        Condition wanted = asked.among().isEmpty() ? query.members() : query.members().and(query.id().in(asked.among()));
        return select(query.id()).from(query.customers()).where(wanted).unionAll(frozen);
    }

    /** Members, and others whom marketing reached lately: they count where caps are shared by a household or a group. */
    private Select<Record1<String>> everybody() {
        return members().unionAll(select(CONTACTS.field("customer", String.class)).from(CONTACTS.table()).where(lately()));
    }

    private Condition lately() {
        int days = asked.policy().getCaps().stream().mapToInt(cap -> cap.getDays()).max().orElse(0);
        int distance = asked.policy().getMinimumDistance() == null ? 0 : asked.policy().getMinimumDistance();
        return CONTACTS.field("messageClass", String.class).eq(MessageClass.MARKETING.getLiteral()).and(REAL).and(MADE.le(asked.at()))
                .and(MADE.gt(asked.at().minusSeconds((long) DAY * (Math.max(days, distance) + 1))));
    }

    private GateHistory history(NumberedCustomers customers) {
        List<long[]> found = new ArrayList<>();
        Field<Integer> channel = PlainRows.code(CONTACTS.field("channel", String.class), PlainRows.codes(ContactChannel.VALUES));
        PlainRows.each(sql.select(NumberedCustomers.NUMBER, channel, PlainRows.seconds(MADE)).from(CONTACTS.table())
                .join(NumberedCustomers.TABLE).on(NumberedCustomers.is(CONTACTS.field("customer", String.class))).where(lately()),
                row -> found
                        .add(new long[]{ customers.at(row.getInt(1)), row.getInt(2) < 0 ? OTHER_CHANNEL : row.getInt(2), row.getLong(3) }));
        int n = found.size();
        GateHistory history = new GateHistory(new int[n], new byte[n], new long[n]);
        for (int i = 0; i < n; i++) {
            history.person()[i] = (int) found.get(i)[0];
            history.channel()[i] = (byte) found.get(i)[1];
            history.seconds()[i] = found.get(i)[2];
        }
        return history;
    }

    /** What a campaign has done before the moment. */
    private record Spent(double money, Map<Integer, Long> byChannel) {
    }

    private Map<String, Spent> spent() {
        Map<String, Spent> spent = new HashMap<>();
        Field<String> campaign = CONTACTS.field("campaign", String.class);
        sql.select(campaign, CONTACTS.field("channel", String.class), count(), sum(CONTACTS.field("cost", Double.class)).cast(Double.class))
                .from(CONTACTS.table()).where(campaign.in(ids)).and(REAL).and(MADE.le(asked.at()))
                .groupBy(campaign, CONTACTS.field("channel", String.class)).forEach(row -> {
                    Spent before = spent.getOrDefault(row.value1(), new Spent(0, new HashMap<>()));
                    ContactChannel channel = ContactChannel.get(String.valueOf(row.value2()));
                    before.byChannel().merge(channel == null ? -1 : channel.getValue(), row.value3().longValue(), Long::sum);
                    spent.put(row.value1(), new Spent(before.money() + (row.value4() == null ? 0 : row.value4()), before.byChannel()));
                });
        return spent;
    }

    /** Contacts of every channel on the day of the moment, whatever the class: they take the same people's time. */
    private long[] usedToday() {
        long[] used = new long[GateRules.CHANNELS];
        Instant midnight = day.atStartOfDay(rules.zone()).toInstant();
        sql.select(CONTACTS.field("channel", String.class), count()).from(CONTACTS.table()).where(REAL).and(MADE.ge(midnight))
                .and(MADE.le(asked.at())).groupBy(CONTACTS.field("channel", String.class)).forEach(row -> {
                    ContactChannel channel = ContactChannel.get(String.valueOf(row.value1()));
                    if (channel != null) {
                        used[channel.getValue()] = row.value2();
                    }
                });
        return used;
    }

    private GateCampaign campaign(Campaign campaign, List<Profile> profiles, Map<String, Spent> spent) {
        Spent before = spent.getOrDefault(campaign.getId(), new Spent(0, Map.of()));
        List<GateCampaign.Channel> channels = new ArrayList<>();
        List<ChannelPlan> plans = campaign.getCommunication() == null ? List.of() : campaign.getCommunication().getChannels();
        for (ChannelPlan plan : plans) {
            int number = plan.getChannel().getValue();
            boolean wanted = asked.channels().isEmpty() || asked.channels().contains(plan.getChannel());
            if (wanted && channels.stream().noneMatch(each -> each.channel() == number)) {
                GateCampaign.Hours[] hours = profiles.stream()
                        .map(profile -> rules.hours(profile, plan.getChannel(), Optional.ofNullable(plan.getWindow())).at(asked.at()))
                        .toArray(GateCampaign.Hours[]::new);
                long left = plan.getMaximumContacts() == null ? GateRules.UNLIMITED
                        : Math.max(0, plan.getMaximumContacts() - before.byChannel().getOrDefault(number, 0L));
                channels.add(new GateCampaign.Channel(number, Costs.ofContact(campaign, plan), left, hours));
            }
        }
        double budget = campaign.getBudget() == null ? Double.POSITIVE_INFINITY
                : campaign.getBudget() - Costs.fixed(campaign) - before.money();
        long begun = campaign.getLaunched() == null ? Long.MAX_VALUE : campaign.getLaunched().getEpochSecond();
        return new GateCampaign(campaign.getId(), campaign.getMessageClass(), campaign.getPriority() == null ? 0 : campaign.getPriority(),
                begun, channels, budget);
    }

    private void fresh(AudienceQuery query, NumberedCustomers customers, Candidates candidates) {
        double value = Costs.expectedValue(asked.campaigns().get(0));
        Condition wanted = asked.among().isEmpty() ? query.members() : query.members().and(query.id().in(asked.among()));
        Table<?> members = select(query.id().as("member")).from(query.customers()).where(wanted).asTable("members");
        PlainRows.each(sql.select(NumberedCustomers.NUMBER).from(members).join(NumberedCustomers.TABLE)
                .on(NumberedCustomers.is(members.field("member", String.class))).orderBy(NumberedCustomers.NUMBER),
                row -> candidates.add(customers.at(row.getInt(1)), 0, value, false, false, -1));
    }

    private void frozen(NumberedCustomers customers, Candidates candidates) {
        Field<String> campaign = MEMBERS.field("campaign", String.class);
        Field<String> customer = MEMBERS.field("customer", String.class);
        var reached = select(CONTACTS.field("campaign", String.class).as("c"), CONTACTS.field("customer", String.class).as("p"),
                max(MADE).as("m")).from(CONTACTS.table()).where(CONTACTS.field("campaign", String.class).in(ids)).and(REAL)
                .and(MADE.le(asked.at())).groupBy(CONTACTS.field("campaign"), CONTACTS.field("customer")).asTable("reached");
        Field<Boolean> contacted = coalesce(
                field(PlainRows.seconds(reached.field("m")).ge(PlainRows.seconds(MEMBERS.field("frozen")))), inline(false));
        Field<Boolean> control = coalesce(field(MEMBERS.field("arm", String.class).ne("TREATMENT")), inline(false));
        List<String> sorted = ids.stream().sorted().toList();
        Map<String, Integer> codes = new HashMap<>();
        sorted.forEach(id -> codes.put(id, codes.size()));
        int[] positions = sorted.stream().mapToInt(ids::indexOf).toArray();
        Field<Integer> code = PlainRows.code(campaign, codes);
        Condition of = campaign.in(ids).and(MEMBERS.field("frozen", Instant.class).le(asked.at()));
        PlainRows.each(sql
                .select(code.as("code"), NumberedCustomers.NUMBER, control,
                        coalesce(MEMBERS.field("expectedValue", Double.class), inline(0.0)),
                        PlainRows.code(MEMBERS.field("room", String.class), PlainRows.codes(CellRoom.VALUES)), contacted)
                .from(MEMBERS.table()).join(NumberedCustomers.TABLE).on(NumberedCustomers.is(customer)).leftJoin(reached)
                .on(reached.field("c", String.class).eq(campaign)).and(reached.field("p", String.class).eq(customer))
                .where(asked.among().isEmpty() ? of : of.and(customer.in(asked.among())))
                .orderBy(field(name("code")), NumberedCustomers.NUMBER),
                row -> candidates.add(customers.at(row.getInt(2)), positions[row.getInt(1)], row.getDouble(4), row.getBoolean(3),
                        row.getBoolean(6), row.getInt(5)));
    }

    /** Candidates while they are collected. */
    private static final class Candidates {

        private int[] person = new int[1024];
        private int[] campaign = new int[1024];
        private double[] value = new double[1024];
        private boolean[] control = new boolean[1024];
        private boolean[] contacted = new boolean[1024];
        private byte[] room = new byte[1024];
        private int size;

        void add(int who, int by, double worth, boolean inControl, boolean before, int cells) {
            if (size == person.length) {
                resize(2 * size);
            }
            person[size] = who;
            campaign[size] = by;
            value[size] = worth;
            control[size] = inControl;
            contacted[size] = before;
            room[size++] = (byte) cells;
        }

        private void resize(int length) {
            person = java.util.Arrays.copyOf(person, length);
            campaign = java.util.Arrays.copyOf(campaign, length);
            value = java.util.Arrays.copyOf(value, length);
            control = java.util.Arrays.copyOf(control, length);
            contacted = java.util.Arrays.copyOf(contacted, length);
            room = java.util.Arrays.copyOf(room, length);
        }

        GateCandidates columns() {
            resize(size);
            return new GateCandidates(person, campaign, value, control, contacted, room);
        }
    }
}
