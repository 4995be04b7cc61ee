package org.towercrier.campaign.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.campaign.CampaignResults.Measure;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.Launches;
import org.towercrier.campaign.Orders;
import org.towercrier.campaign.StepCheck;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.OrderState;
import org.towercrier.model.campaign.TrialState;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.model.customer.ConsentPurpose;
import org.towercrier.model.customer.ConsentState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Versioned;

class ClosedLoopTest {

    private static final Cancellation NONE = Cancellation.none();
    private static final Instant LATER = World.LAUNCH.plus(Duration.ofHours(4));
    @TempDir
    Path folder;
    private World world;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
        world.people(3_000);
        world.policy("""
                name: test
                active: true
                timeZone: UTC
                minimumDistance: 7
                universalControlShare: 5%
                universalControlSalt: u
                quietHours:
                  - window: {from: "20:00", until: "08:00"}
                caps:
                  - {unit: household, maximum: 2, days: 30}
                """);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private Map<String, Audiences.Member> launched(String id, String where) throws Exception {
        world.save(World.text(id, where));
        world.launches.launch(id, World.LAUNCH, NONE);
        Map<String, Audiences.Member> members = new HashMap<>();
        world.audiences.members(id, Optional.empty(), 0, 10_000, NONE).forEach(member -> members.put(member.customer(), member));
        return members;
    }

    @Test
    void the_exit_tests_say_what_is_missing() throws Exception {
        Campaign draft = world.campaigns.create("", "Ünder 30!", "ann");
        assertEquals("u-nder-30", draft.getId().replace("\u0308", ""));
        List<StepCheck> checks = world.campaigns.check(draft, NONE);
        assertTrue(checks.stream().noneMatch(check -> check.status() == StepCheck.Status.PASSED), checks.toString());
        Campaign ready = world.save(World.text("young", "< 40"));
        assertTrue(world.campaigns.check(ready, NONE).stream().limit(4).allMatch(check -> check.status() == StepCheck.Status.PASSED),
                world.campaigns.check(ready, NONE).toString());
    }

    @Test
    void without_price_term_and_how_to_cancel_in_the_words_nothing_is_launched() throws Exception {
        world.save(World.text("young", "< 40").replace("{price}, {term} months, {cancellation}", "9.95 only"));
        CampaignException refused = assertThrows(CampaignException.class, () -> world.launches.launch("young", World.LAUNCH, NONE));
        String why = refused.text(java.util.Locale.ENGLISH);
        assertTrue(why.contains("price") && why.contains("binds") && why.contains("cancel"), why);
        assertTrue(world.campaigns.launched("young").isEmpty());
    }

    @Test
    void households_are_on_one_side_and_the_control_group_is_a_fifth_of_each_stratum() throws Exception {
        Map<String, Audiences.Member> members = launched("young", "< 45");
        assertEquals(1_500, members.size());
        Map<String, Set<ExperimentArm>> households = new HashMap<>();
        members.values()
                .forEach(member -> households.computeIfAbsent(member.unit(), none -> new HashSet<>()).add(member.arm().orElseThrow()));
        assertTrue(households.values().stream().allMatch(arms -> arms.size() == 1));
        long control = households.values().stream().filter(arms -> arms.contains(ExperimentArm.CAMPAIGN_CONTROL)).count();
        long universal = households.values().stream().filter(arms -> arms.contains(ExperimentArm.UNIVERSAL_CONTROL)).count();
        assertEquals(Math.round(0.2 * (households.size() - universal)), control);
        UnitDraw draw = new UnitDraw("u");
        households.forEach((unit, arms) -> assertEquals(draw.place(unit) < 0.05, arms.contains(ExperimentArm.UNIVERSAL_CONTROL), unit));
        assertEquals("{\"Customer.age\":20}", members.get("c00000").qualifying());
    }

    @Test
    void an_opt_out_between_launch_and_sending_stops_and_can_be_replayed() throws Exception {
        Map<String, Audiences.Member> members = launched("young", "< 45");
        List<ContactGate.Decision> before = world.gate.decide(ContactGate.Question.of("young", World.LAUNCH.plusSeconds(60)), NONE)
                .decisions();
        String chosen = before.stream().filter(each -> each.outcome() == GateOutcome.PASSED).findFirst().orElseThrow().customer();
        world.rights.change(chosen, ConsentPurpose.MARKETING, List.of(ContactChannel.MESSAGE), ConsentState.WITHDRAWN,
                World.LAUNCH.plus(Duration.ofHours(1)), "counter");
        Launches.Sending sending = world.launches.send("young", LATER, "file", NONE);
        ContactGate.Decision after = world.gate.explain(ContactGate.Question.of("young", LATER), chosen, NONE).decision();
        assertEquals(GateRule.CONSENT, after.rule());
        assertEquals(GateOutcome.PASSED,
                world.gate.explain(ContactGate.Question.of("young", World.LAUNCH.plusSeconds(60)), chosen, NONE).decision().outcome());
        String csv = Files.readString(folder.resolve(sending.batches().get(0).id() + ".csv"));
        assertFalse(csv.contains("," + chosen + ","));
        assertTrue(csv.contains("Pack for 9.90 EUR, 12 months, reply STOP"));
        Set<String> control = new HashSet<>();
        members.forEach((id, member) -> {
            if (member.arm().orElseThrow() != ExperimentArm.TREATMENT) {
                control.add(id);
            }
        });
        assertTrue(control.stream().noneMatch(id -> csv.contains("," + id + ",")));
    }

    @Test
    void sending_the_same_moment_again_changes_nothing_and_the_cap_of_a_household_holds() throws Exception {
        Map<String, Audiences.Member> members = launched("young", "< 70");
        Launches.Sending first = world.launches.send("young", LATER, "file", NONE);
        Path file = folder.resolve(first.batches().get(0).id() + ".csv");
        String written = Files.readString(file);
        Launches.Sending again = world.launches.send("young", LATER, "file", NONE);
        assertEquals(0, again.contacts());
        assertFalse(again.batches().get(0).fresh());
        assertEquals(written, Files.readString(file));
        Map<String, Long> perHousehold = new HashMap<>();
        written.lines().skip(1).map(line -> line.split(",")[2]).forEach(id -> perHousehold.merge(members.get(id).unit(), 1L, Long::sum));
        assertTrue(perHousehold.values().stream().allMatch(count -> count == 2), perHousehold.toString());
        assertEquals(first.contacts(), perHousehold.size() * 2L);
        Launches.Sending nextWeek = world.launches.send("young", LATER.plus(Duration.ofDays(8)), "file", NONE);
        assertEquals(0, nextWeek.contacts());
        assertTrue(nextWeek.gate().byRule().get(GateRule.FREQUENCY_CAP) > 0);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(each -> each.toString().endsWith(".part")));
        }
    }

    @Test
    void what_was_launched_cannot_be_changed_and_its_figures_stay() throws Exception {
        launched("young", "< 45");
        Versioned<Campaign> current = world.campaigns.open("young").orElseThrow();
        Campaign edited = EcoreUtil.copy(current.root());
        edited.getValuePosition().setMargin(1_000.0);
        edited.getExperiment().setControlShare(0.5);
        CampaignException refused = assertThrows(CampaignException.class, () -> world.campaigns.save(edited, current.version()));
        assertEquals(2, refused.reasons().size());
        Campaign renamed = EcoreUtil.copy(current.root());
        renamed.setName("Another name");
        world.campaigns.save(renamed, current.version());
        assertEquals("Data for the young", world.campaigns.launched("young").orElseThrow().getName());
        world.sql("update customer set age = 90");
        assertEquals(1_500, world.audiences.members("young", Optional.empty(), 0, 10_000, NONE).size());
        Campaign copy = world.campaigns.duplicate("young", "again", "");
        assertTrue(copy.getLaunched() == null && EcoreUtil.equals(copy.getOfferPlan(), current.root().getOfferPlan()));
        assertThrows(CampaignException.class, () -> world.campaigns.delete("young", world.campaigns.open("young").orElseThrow().version()));
    }

    @Test
    void a_harmful_campaign_is_called_harmful_and_a_good_one_proven() throws Exception {
        launched("bad", "< 45");
        launched("good", ">= 45");
        world.launches.send("bad", LATER, "file", NONE);
        react("bad", "TREATMENT", 20);
        react("bad", "CAMPAIGN_CONTROL", 5);
        react("good", "TREATMENT", 4);
        react("good", "CAMPAIGN_CONTROL", 40);
        Instant end = World.LAUNCH.plus(Duration.ofDays(20));
        CampaignResults.Result bad = world.results.evaluate("bad", end, NONE);
        assertEquals(Verdict.HARMFUL, bad.verdict());
        assertTrue(bad.returns().orElseThrow().value() < -1, "worse than losing the cost");
        CampaignResults.Result good = world.results.conclude("good", end, "worked", NONE);
        assertEquals(Verdict.PROVEN, good.verdict());
        assertTrue(good.sampleRatio().ok());
        CampaignResults.Measure conversion = good.measures().get(0);
        assertEquals("conversion", conversion.name());
        assertTrue(conversion.lower() > 0 && conversion.lower() < conversion.difference() && conversion.difference() < conversion.upper());
        Campaign next = world.campaigns.followUp("good", "next", "Next");
        assertEquals("campaign:good", next.getNeed().getEvidence().get(0).getReference());
        world.sql("delete from response where campaign = 'good'");
        assertEquals(conversion.difference(),
                world.campaigns.open("good").orElseThrow().root().getExecution().getResults().get(0).getDifference(), 0);
    }

    /** Fifty calls an hour from 16 o'clock, and nobody is called from 18 o'clock on: a hundred are made, the others wait for the next sending. */
    @Test
    void what_a_channel_would_get_to_in_quiet_hours_is_not_handed_over() throws Exception {
        world.policy("name: short\nactive: true\ntimeZone: UTC\nquietHours:\n  - window: {from: \"18:00\", until: \"09:00\"}\n"
                + "capacities:\n  - {channel: MESSAGE, perHour: 50, hoursPerDay: 8}\n");
        launched("young", "< 45");
        Launches.Sending sending = world.launches.send("young", Instant.parse("2026-06-02T16:00:00Z"), "file", NONE);
        assertEquals(100, sending.contacts());
        assertTrue(sending.gate().passed() > 100);
    }

    /** Households were drawn: the interval of the conversion rests on the households, as recomputed here row by row. */
    @Test
    void intervals_take_the_members_of_a_household_together_and_refusals_are_compared() throws Exception {
        launched("house", "< 45");
        world.sql("insert into response (id, campaign, customer, kind, \"time\") select 'r' || customer, campaign, customer, 'ORDERED',"
                + " timestamp '2026-06-05 12:00:00' from audience_member where campaign = 'house' and arm = 'TREATMENT' and hash(unit) % 5 = 0");
        world.sql(
                "insert into consent_change (id, customer, purpose, channel, state, \"time\") select 'w' || customer, customer, 'MARKETING',"
                        + " 'MESSAGE', 'WITHDRAWN', timestamp '2026-06-06 12:00:00' from audience_member where campaign = 'house' and arm = 'TREATMENT'"
                        + " and hash(customer) % 4 = 0");
        CampaignResults.Result result = world.results.evaluate("house", LATER.plus(Duration.ofDays(20)), NONE);
        Measure conversion = result.measures().stream().filter(each -> each.name().equals("conversion")).findFirst().orElseThrow();
        double error = world.store.store().read(sql -> sql.fetchOne(
                "with m as (select unit, count(*) as n, count(r.id) as y from audience_member a left join response r on r.customer = a.customer"
                        + " and r.campaign = a.campaign where a.campaign = 'house' and a.arm = 'TREATMENT' group by unit)"
                        + " select sqrt(count(*) / (count(*) - 1.0) * sum(pow(y - n * (select sum(y) / sum(n) from m), 2))) / sum(n) from m")
                .get(0, Double.class));
        assertEquals(error * 1.96, (conversion.upper() - conversion.lower()) / 2, error * 0.02);
        assertTrue(error > 1.3 * Math.sqrt(conversion.treatedValue() * (1 - conversion.treatedValue()) / conversion.treated()));
        assertEquals(AudienceUnit.HOUSEHOLD, result.units().unit());
        Measure refusal = result.measures().stream().filter(each -> each.name().equals("refusal")).findFirst().orElseThrow();
        assertEquals(Verdict.HARMFUL, refusal.verdict());
        assertEquals(0, refusal.controlValue());
    }

    /** Every n-th member of a group orders. */
    private void react(String campaign, String arm, int every) throws Exception {
        world.sql(
                "insert into response (id, campaign, customer, kind, \"time\") select campaign || customer, campaign, customer, 'ORDERED',"
                        + " timestamp '2026-06-05 12:00:00' from (select *, row_number() over (order by customer) as n from audience_member where campaign = '"
                        + campaign + "' and arm = '" + arm + "') where n % " + every + " = 0");
    }

    @Test
    void orders_need_the_token_once_and_trials_never_become_paid_by_themselves() throws Exception {
        launched("young", "< 45");
        Orders.Requested requested = world.orders.request(
                new Orders.Request("c00000", "young", "pack", ContactChannel.MESSAGE, Optional.empty(), Optional.empty()), LATER);
        assertTrue(requested.text().contains("9.90") && requested.text().contains("12") && requested.text().contains("reply STOP"));
        assertThrows(CampaignException.class, () -> world.orders.confirm("wrong", LATER, ContactChannel.MESSAGE));
        assertEquals(OrderState.CONFIRMED, world.orders.confirm(requested.token(), LATER, ContactChannel.MESSAGE).state());
        assertThrows(CampaignException.class, () -> world.orders.confirm(requested.token(), LATER, ContactChannel.MESSAGE));
        Orders.Upkeep soon = world.orders.upkeep(LATER.plus(Duration.ofDays(28)));
        assertEquals(1, soon.reminders().size());
        assertEquals(0, world.orders.upkeep(LATER.plus(Duration.ofDays(28))).reminders().size());
        Orders.Upkeep over = world.orders.upkeep(LATER.plus(Duration.ofDays(40)));
        assertEquals(1, over.ended());
        assertEquals(TrialState.ENDED, world.orders.trials(Optional.empty(), 10).get(0).state());
        String late = soon.reminders().get(0).token();
        assertThrows(CampaignException.class, () -> world.orders.confirm(late, LATER.plus(Duration.ofDays(40)), ContactChannel.MESSAGE));
        assertEquals(OrderState.CONFIRMED, world.orders.list(Optional.empty(), Optional.of("c00000"), 10).get(0).state());
        Orders.Verification whole = world.orders.verify();
        assertTrue(whole.ok(), whole.reason());
        assertEquals(4, whole.links());
        assertEquals(List.of("requested", "confirmed", "trial-reminded", "trial-ended"),
                world.orders.evidence("c00000", Optional.empty()).stream().map(Orders.Evidence::event).toList());
        world.sql("update confirmation_evidence set text = 'free' where id = 2");
        assertEquals(Optional.of(2L), world.orders.verify().broken());
    }

    @Test
    void the_code_goes_to_the_customer_and_is_taken_however_it_is_typed() throws Exception {
        launched("young", "< 45");
        Orders.Requested requested = world.orders.request(
                new Orders.Request("c00000", "young", "pack", ContactChannel.HALL, Optional.empty(), Optional.empty()), LATER);
        String message = Files.readString(Path.of(requested.handedOver().orElseThrow()));
        assertTrue(message.contains(requested.token()) && message.contains("+990"), message);
        String typed = requested.token().replace("-", " ").toLowerCase(java.util.Locale.ROOT);
        assertEquals(OrderState.CONFIRMED, world.orders.confirm(typed, LATER, ContactChannel.HALL).state());
    }

    @Test
    void that_the_last_links_are_missing_shows_by_the_orders() throws Exception {
        launched("young", "< 45");
        Orders.Requested requested = world.orders.request(
                new Orders.Request("c00000", "young", "pack", ContactChannel.MESSAGE, Optional.empty(), Optional.empty()), LATER);
        world.orders.confirm(requested.token(), LATER, ContactChannel.MESSAGE);
        assertTrue(world.orders.verify().ok());
        world.sql("delete from confirmation_evidence where id = 2");
        Orders.Verification cut = world.orders.verify();
        assertTrue(!cut.ok() && cut.reason().contains(requested.order().id()), cut.reason());
    }

    @Test
    void receipts_are_taken_once_and_wrong_ones_are_refused_with_their_line() throws Exception {
        launched("young", "< 45");
        Launches.Sending sending = world.launches.send("young", LATER, "file", NONE);
        String contact = Files.readAllLines(folder.resolve(sending.batches().get(0).id() + ".csv")).get(1).split(",")[1];
        Path receipts = folder.resolve("receipts.csv");
        Files.writeString(receipts, "contact,state,time,reason,response\n" + contact + ",completed,2026-06-01T12:30:00Z,,tried\n");
        assertEquals(new Launches.Receipts(1, 1, 0, 1), world.launches.receipts(receipts));
        assertEquals(new Launches.Receipts(1, 0, 1, 0), world.launches.receipts(receipts));
        Files.writeString(receipts, "contact,state,time,reason,response\n" + contact + ",completed,yesterday,,\nnobody,failed,,,\n");
        CampaignException refused = assertThrows(CampaignException.class, () -> world.launches.receipts(receipts));
        assertTrue(refused.text(java.util.Locale.ENGLISH).contains("line 2: yesterday"), refused.text(java.util.Locale.ENGLISH));
    }

    @Test
    void texts_are_read_as_they_were_written_and_faults_name_their_lines() throws Exception {
        Campaign campaign = world.save(World.text("young", "< 45"));
        String written = world.texts.write(campaign);
        assertTrue(EcoreUtil.equals(campaign, world.texts.read(written, Campaign.class).root()), written);
        var wrong = world.texts.read(
                "id: a\nstart: tomorrow\nmessageClass: SPAM\ncolour: red\naudience:\n  criterion: what is this thing\n",
                Campaign.class);
        assertEquals(List.of(2, 3, 4, 6), wrong.faults().stream().map(fault -> fault.line()).toList());
    }
}
