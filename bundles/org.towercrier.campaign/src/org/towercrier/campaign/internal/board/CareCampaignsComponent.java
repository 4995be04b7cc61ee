package org.towercrier.campaign.internal.board;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jooq.Condition;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.CareCampaigns;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignFactory;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.EvidenceKind;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.campaign.NeedEvidence;
import org.towercrier.model.campaign.Wording;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Care campaigns from trouble in cells. */
@Component(service = CareCampaigns.class)
public final class CareCampaignsComponent implements CareCampaigns {

    private static final TableSchema ALARMS = TableSchema.of(AlarmPackage.Literals.ALARM_RECORD);
    private static final TableSchema CELLS = TableSchema.of(NetworkPackage.Literals.CELL);
    private static final TableSchema CUSTOMERS = TableSchema.of(CustomerPackage.Literals.CUSTOMER);
    private static final int DAYS = 14;
    private static final List<String> SEVERITIES = List.of("CRITICAL", "MAJOR", "MINOR", "WARNING", "INDETERMINATE");

    /** So many cells are named, the others are only meant. */
    private static final int NAMED = 3;

    private final Store store;
    private final Campaigns campaigns;
    private final Audiences audiences;
    private final Clock clock = Clock.systemDefaultZone();

    @Activate
    public CareCampaignsComponent(@Reference Store store, @Reference Campaigns campaigns, @Reference Audiences audiences) {
        this.store = store;
        this.campaigns = campaigns;
        this.audiences = audiences;
    }

    private static String id(String alarm) {
        return "care-" + alarm.replaceAll("[^\\p{L}\\p{N}._-]", "-").substring(0, Math.min(50, alarm.length()));
    }

    @Override
    public Campaign forAlarm(String alarm, String owner, Cancellation cancel) throws CampaignException, StoreException {
        Optional<Campaign> before = campaigns.open(id(alarm)).map(found -> found.root());
        if (before.isPresent()) {
            return before.get();
        }
        Field<String> cell = ALARMS.field("cell", String.class);
        var row = store
                .read(sql -> sql.select(cell, coalesce(ALARMS.field("specificProblem", String.class), ALARMS.field("kind", String.class)))
                        .from(ALARMS.table()).where(ALARMS.field("id", String.class).eq(alarm)).fetchOptional())
                .orElseThrow(() -> new CampaignException("Care_NoAlarm", alarm));
        return save(id(alarm), List.of(Optional.ofNullable(row.value1()).orElse("")), String.valueOf(row.value2()), "alarm:" + alarm, owner,
                cancel);
    }

    @Override
    public Campaign forCells(List<String> cells, String about, String owner, Cancellation cancel) throws CampaignException, StoreException {
        return save("", cells, about, "cells:" + String.join(",", cells), owner, cancel);
    }

    private Campaign save(String id, List<String> cells, String about, String reference, String owner, Cancellation cancel)
            throws CampaignException, StoreException {
        String where = where(cells.stream().limit(NAMED).toList()) + (cells.size() > NAMED ? " …" : "");
        Campaign campaign = campaigns.create(id, CampaignMessages.text("Care_Name", about, where), owner);
        campaign.setMessageClass(MessageClass.CARE);
        campaign.setStart(LocalDate.now(clock));
        campaign.setEnd(LocalDate.now(clock).plusDays(DAYS));
        AttributeCriterion home = CustomerFactory.eINSTANCE.createAttributeCriterion();
        home.setAttribute("Customer.homeCell");
        home.setOperator(cells.size() == 1 ? ComparisonOperator.EQUAL : ComparisonOperator.IN);
        home.getValues().addAll(cells);
        campaign.getAudience().setCriterion(home);
        long members = audiences.size(campaign, cancel).members();
        if (members == 0) {
            throw new CampaignException("Care_Nobody", where);
        }
        campaign.getNeed().setStatement(CampaignMessages.text("Care_Need", members, where));
        campaign.getNeed().setSize(members);
        NeedEvidence evidence = CampaignFactory.eINSTANCE.createNeedEvidence();
        evidence.setKind(EvidenceKind.NETWORK);
        evidence.setStatement(about);
        evidence.setReference(reference);
        campaign.getNeed().getEvidence().add(evidence);
        campaign.getValuePosition().setPromise(CampaignMessages.text("Care_Promise"));
        campaign.getExperiment().setControlShare(0.0);
        ChannelPlan plan = CampaignFactory.eINSTANCE.createChannelPlan();
        plan.setChannel(ContactChannel.MESSAGE);
        campaign.getCommunication().getChannels().add(plan);
        Wording wording = CampaignFactory.eINSTANCE.createWording();
        wording.setId("care");
        wording.setText(CampaignMessages.text("Care_Text"));
        wording.setLanguage(java.util.Locale.getDefault().toLanguageTag());
        campaign.getCommunication().getWordings().add(wording);
        campaigns.save(campaign, Documents.NEW);
        return campaign;
    }

    /** The cells by their names; one that the network does not know by its id. */
    private String where(List<String> cells) throws StoreException {
        Field<String> id = CELLS.field("id", String.class);
        Field<String> name = CELLS.field("name", String.class);
        Map<String, String> names = new HashMap<>();
        store.read(sql -> sql.select(id, name).from(CELLS.table()).where(id.in(cells)).and(name.isNotNull()).fetch())
                .forEach(row -> names.put(row.value1(), row.value2()));
        return cells.stream().map(cell -> names.getOrDefault(cell, cell)).collect(Collectors.joining(", "));
    }

    @Override
    public List<Suggested> suggested(int most, Cancellation cancel) throws StoreException {
        Field<String> home = CUSTOMERS.field("homeCell", String.class);
        Condition here = CUSTOMERS.field("leaveDate", LocalDate.class).isNull()
                .and(coalesce(CUSTOMERS.field("churned", Boolean.class), inline(false)).isFalse());
        Map<String, Long> people = new HashMap<>();
        store.read(sql -> sql.select(home, count()).from(CUSTOMERS.table()).where(home.isNotNull()).and(here).groupBy(home).fetch(), cancel)
                .forEach(row -> people.put(row.value1(), row.value2().longValue()));
        List<String> made = campaigns.list().stream().map(Campaigns.Info::id).toList();
        Field<String> kind = ALARMS.field("kind", String.class);
        List<Suggested> found = new ArrayList<>();
        store.read(sql -> sql.select(ALARMS.field("id", String.class), ALARMS.field("cell", String.class),
                ALARMS.field("severity", String.class), ALARMS.field("specificProblem", String.class)).from(ALARMS.table())
                .where(ALARMS.field("cleared", java.time.Instant.class).isNull())
                .and(kind.in("DENSE_LOAD", "INTERMITTENT_PEAK", "QUALITY_DEGRADATION")
                        .or(kind.notIn("EXHAUSTION_FORECAST", "NO_DATA")
                                .and(ALARMS.field("alarmType", String.class).eq("QUALITY_OF_SERVICE_ALARM"))))
                .fetch(), cancel).forEach(row -> {
                    long customers = people.getOrDefault(row.value2(), 0L);
                    if (customers > 0) {
                        String campaign = id(row.value1());
                        found.add(new Suggested(row.value1(), row.value2(), String.valueOf(row.value3()), Optional.ofNullable(row.value4()),
                                customers, made.contains(campaign) ? Optional.of(campaign) : Optional.empty()));
                    }
                });
        found.sort(Comparator.comparing((Suggested each) -> -each.customers())
                .thenComparing(each -> SEVERITIES.indexOf(each.severity())).thenComparing(Suggested::alarm));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }
}
