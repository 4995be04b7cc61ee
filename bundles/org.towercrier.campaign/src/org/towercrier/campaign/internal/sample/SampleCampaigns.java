package org.towercrier.campaign.internal.sample;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.CampaignTexts;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.Launches;
import org.towercrier.campaign.Occasions;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.campaign.internal.UnitDraw;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.sample.SampleAddition;
import org.towercrier.sample.SampleRequest;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Campaigns of the sample city: one that was concluded, one that runs, a draft and a standing one. They go the way of all campaigns, through the gate. */
@Component(service = SampleAddition.class)
public final class SampleCampaigns implements SampleAddition {

    private static final int ORDER = 300;
    private static final int FEWEST = 1_000;
    private static final List<String> IDS = List.of("sample-data-young", "sample-loyal-prime", "sample-night-owl", "sample-birthday");
    private static final TableSchema RESPONSES = TableSchema.of(Literals.RESPONSE);

    private final Store store;
    private final Campaigns campaigns;
    private final CampaignTexts texts;
    private final Launches launches;
    private final Audiences audiences;
    private final CampaignResults results;
    private final Occasions occasions;
    private final Segments segments;

    @Activate
    public SampleCampaigns(@Reference Store store, @Reference Campaigns campaigns, @Reference CampaignTexts texts,
            @Reference Launches launches,
            @Reference Audiences audiences, @Reference CampaignResults results, @Reference Occasions occasions,
            @Reference Segments segments) {
        this.store = store;
        this.campaigns = campaigns;
        this.texts = texts;
        this.launches = launches;
        this.audiences = audiences;
        this.results = results;
        this.occasions = occasions;
        this.segments = segments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void add(SampleRequest request, Cancellation cancel) throws StoreException {
        for (DocumentInfo info : store.documents().list(Campaigns.KIND)) {
            if (IDS.contains(info.name())) {
                store.documents().delete(Campaigns.KIND, info.name(), info.version());
            }
        }
        if (request.customers() < FEWEST || request.months() == 0) {
            return;
        }
        try {
            LocalDate end = request.end();
            save(text(IDS.get(0), "Data for the young (synthetic)", "Customer.age < 35", end.minusDays(60), end.minusDays(20), "SYN-P-FLOW",
                    "39"));
            save(text(IDS.get(1), "Prime for the loyal (synthetic)", "Customer.tenure >= 36", end.minusDays(10), end.plusDays(20),
                    "SYN-P-PRIME",
                    "119"));
            save(text(IDS.get(2), "Night Owl for data users (synthetic)", "MonthlyFacts.dataVolume(mean,3) >= 4000", end, end.plusDays(30),
                    "SYN-P-NIGHT", "6"));
            save(text(IDS.get(3), "Happy birthday (synthetic)", "Customer.age >= 18", end.minusDays(90), end.plusDays(270), "SYN-P-EASY",
                    "8")
                    + "occasion:\n  kind: BIRTHDAY\n");
            segments.assign(segments.find(Segments.FOUR).orElseThrow(), segments.latest(), cancel);
            run(request, cancel);
        } catch (CampaignException | CustomerException | IOException impossible) {
            throw new IllegalStateException(impossible.getLocalizedMessage(), impossible);
        }
    }

    private void run(SampleRequest request, Cancellation cancel) throws CampaignException, StoreException, IOException {
        LocalDate end = request.end();
        launches.launch(IDS.get(0), at(end.minusDays(60), 8), cancel);
        launches.send(IDS.get(0), at(end.minusDays(59), 10), "file", cancel);
        respond(IDS.get(0), at(end.minusDays(50), 12), request.seed(), cancel);
        results.conclude(IDS.get(0), at(end.minusDays(15), 8), CampaignMessages.text("Sample_Conclusion"), cancel);
        launches.launch(IDS.get(1), at(end.minusDays(10), 8), cancel);
        launches.send(IDS.get(1), at(end.minusDays(9), 10), "file", cancel);
        launches.launch(IDS.get(3), at(end.minusDays(90), 8), cancel);
        occasions.collect(IDS.get(3), end.minusDays(2), cancel);
        launches.send(IDS.get(3), at(end.minusDays(2), 14), "file", cancel);
        occasions.collect(IDS.get(3), end.minusDays(1), cancel);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
    }

    private void save(String text) throws CampaignException, StoreException {
        Campaign campaign = texts.read(text, Campaign.class).root();
        campaigns.save(campaign, Documents.NEW);
    }

    private static String text(String id, String name, String where, LocalDate from, LocalDate until, String product, String price) {
        return """
                id: %s
                name: "%s"
                owner: sample
                messageClass: MARKETING
                start: %s
                end: %s
                budget: 4000
                currency: EUR
                need:
                  statement: Synthetic need of the sample city.
                  evidence:
                    - {kind: MOVEMENT, statement: synthetic}
                valuePosition:
                  promise: More for less
                  items:
                    - {name: margin, amount: 25}
                    - {name: contacts, amount: -0.1}
                  margin: 25
                  contactCost: 0.1
                  fixedCost: 150
                offerPlan:
                  offers:
                    - {id: main, name: "%s", product: %s, price: %s, term: 12, trialDays: 14, cancellation: reply STOP, expectedResponse: 4%%, value: 25, useProfile: everyday}
                    - {id: night, name: Night Owl, product: SYN-P-NIGHT, price: 6, term: 1, cancellation: reply STOP, expectedResponse: 2%%, value: 5, useProfile: off-peak}
                communication:
                  channels:
                    - {channel: MESSAGE, contactCost: 0.1}
                    - {channel: HALL, contactCost: 0}
                  wordings:
                    - {id: w1, language: en, text: "{offer} for {price} a month, {term} months; {cancellation} ends it."}
                audience:
                  criterion: "%s"
                  score: MonthlyFacts.spend
                experiment:
                  controlShare: 20%%
                  unit: HOUSEHOLD
                  strata: [Customer.gender]
                  baseRate: 2%%
                  detectableEffect: 2%%
                """.formatted(id, name, from, until, name, product, price, where);
    }

    /** Six in a hundred of the treated order, two in a hundred of the control group. */
    private void respond(String campaign, Instant at, long seed, Cancellation cancel) throws StoreException {
        UnitDraw draw = new UnitDraw("sample " + seed);
        List<Audiences.Member> members = audiences.members(campaign, Optional.empty(), 0, Integer.MAX_VALUE, cancel);
        store.write(tx -> {
            for (Audiences.Member member : members) {
                boolean treated = member.arm().filter(arm -> arm == ExperimentArm.TREATMENT).isPresent();
                double place = draw.place(member.customer());
                String kind = treated ? kind(place) : place < 0.02 ? "ORDERED" : "";
                if (!kind.isEmpty()) {
                    tx.sql().insertInto(RESPONSES.table(), RESPONSES.field("id", String.class), RESPONSES.field("campaign", String.class),
                            RESPONSES.field("customer", String.class), RESPONSES.field("offer", String.class),
                            RESPONSES.field("kind", String.class), RESPONSES.field("time", Instant.class))
                            .values(campaign + ":" + member.customer(), campaign, member.customer(), "main", kind, at).execute();
                }
            }
            return null;
        }, cancel);
    }

    private static String kind(double place) {
        return place < 0.04 ? "STILL_IN_USE" : place < 0.06 ? "ORDERED" : place < 0.1 ? "TRIED" : place < 0.15 ? "REFUSED" : "";
    }
}
