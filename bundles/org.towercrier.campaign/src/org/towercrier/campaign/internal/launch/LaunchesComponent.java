package org.towercrier.campaign.internal.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.Launches;
import org.towercrier.campaign.channel.CampaignChannel;
import org.towercrier.campaign.gate.GateDecisions;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.campaign.internal.ContactDay;
import org.towercrier.campaign.internal.gate.ContactGateComponent;
import org.towercrier.campaign.internal.gate.GateSetting;
import org.towercrier.campaign.internal.steps.Wordings;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.ContactState;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.Wording;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.types.TimeWindow;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Launching, sending, receipts. */
@Component(service = Launches.class)
public final class LaunchesComponent implements Launches {

    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);
    private static final int HOUR = 3_600;

    private final Store store;
    private final Campaigns campaigns;
    private final Launcher launcher;
    private final ContactGateComponent gate;
    private final Disclosure disclosure;
    private final List<CampaignChannel> channels;

    @Activate
    public LaunchesComponent(@Reference Store store, @Reference Campaigns campaigns, @Reference Launcher launcher,
            @Reference ContactGateComponent gate, @Reference Disclosure disclosure,
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY) List<CampaignChannel> channels) {
        this.store = store;
        this.campaigns = campaigns;
        this.launcher = launcher;
        this.gate = gate;
        this.disclosure = disclosure;
        this.channels = List.copyOf(channels);
    }

    @Override
    public Launch launch(String campaign, Instant at, Cancellation cancel) throws CampaignException, StoreException {
        return launcher.launch(campaign, at, cancel);
    }

    @Override
    public Sending send(String id, Instant at, String through, Cancellation cancel) throws CampaignException, StoreException, IOException {
        Campaign campaign = campaigns.open(id).orElseThrow(() -> new CampaignException("Campaign_Unknown", id)).root();
        GateSetting setting = gate.setting(campaign, ContactGate.Question.of(id, at), cancel);
        running(campaign, at, setting);
        Map<ContactChannel, CampaignChannel> services = services(campaign, through);
        try {
            disclosure.ask("campaign:" + id, CampaignMessages.text("Send_Reason", id));
        } catch (DisclosureRefusedException refused) {
            throw new CampaignException("Send_Refused", refused.getMessage());
        }
        List<String> before = store.read(sql -> ContactRows.batches(sql, id, at));
        withdraw(setting, id, before, at);
        List<BatchInfo> batches = new ArrayList<>();
        for (String batch : before) {
            batches.add(handOver(campaign, batch, services, at));
        }
        if (!before.isEmpty()) {
            setting = gate.setting(campaign, ContactGate.Question.of(id, at), cancel);
        }
        boolean again = before.stream().anyMatch(batch -> batch.endsWith("-" + at.getEpochSecond()));
        GateDecisions decisions = setting.decide();
        List<ContactRows.Row> fresh = again ? List.of() : contacts(campaign, setting, decisions, at);
        store.write(tx -> {
            ContactRows.insert(tx, fresh);
            return null;
        }, cancel);
        for (String batch : fresh.stream().map(ContactRows.Row::batch).distinct().sorted().toList()) {
            batches.add(handOver(campaign, batch, services, at));
        }
        return new Sending(id, at, batches, fresh.size(), fresh.stream().mapToDouble(ContactRows.Row::cost).sum(),
                gate.report(setting, decisions));
    }

    private static void running(Campaign campaign, Instant at, GateSetting setting) throws CampaignException {
        if (campaign.getLaunched() == null || campaign.getLaunched().isAfter(at)) {
            throw new CampaignException("Send_NotLaunched", campaign.getId());
        }
        if (campaign.getState() != CampaignState.LAUNCHED) {
            throw new CampaignException("Send_State", campaign.getId(), CampaignMessages.text("State_" + campaign.getState().getLiteral()));
        }
        LocalDate day = at.atZone(ContactDay.zone(setting.policy())).toLocalDate();
        if (!ContactDay.within(campaign, day)) {
            throw new CampaignException("Send_Dates", day.toString(), String.valueOf(campaign.getStart()),
                    String.valueOf(campaign.getEnd()));
        }
    }

    private Map<ContactChannel, CampaignChannel> services(Campaign campaign, String through) throws CampaignException {
        Map<ContactChannel, CampaignChannel> found = new EnumMap<>(ContactChannel.class);
        for (ChannelPlan plan : campaign.getCommunication().getChannels()) {
            found.put(plan.getChannel(), channels.stream().filter(each -> each.id().equals(through))
                    .filter(each -> each.channels().contains(plan.getChannel())).findFirst()
                    .orElseThrow(() -> new CampaignException("Send_NoChannel", through,
                            CampaignMessages.text("Channel_" + plan.getChannel().getLiteral()),
                            channels.stream().map(CampaignChannel::id).sorted().collect(Collectors.joining(", ")))));
        }
        return found;
    }

    /** Of what waits since an interrupted sending, those who may not be contacted any more are taken out. */
    private void withdraw(GateSetting setting, String campaign, List<String> batches, Instant at) throws CampaignException, StoreException {
        List<ContactRows.Reached> waiting = new ArrayList<>();
        for (String batch : batches) {
            store.read(sql -> ContactRows.of(sql, batch)).stream().filter(each -> each.state() == ContactState.INITIAL)
                    .forEach(waiting::add);
        }
        if (waiting.isEmpty()) {
            return;
        }
        List<String> out = new ArrayList<>();
        for (ContactRows.Reached each : waiting) {
            boolean stopped = gate.explain(ContactGate.Question.of(campaign, at), each.customer(), Cancellation.none()).rules().stream()
                    .anyMatch(rule -> rule.outcome() == GateOutcome.STOPPED
                            && (rule.rule() == GateRule.CONSENT || rule.rule() == GateRule.DO_NOT_CONTACT));
            if (stopped) {
                out.add(each.id());
            }
        }
        store.write(tx -> {
            ContactRows.cancel(tx.sql(), out, CampaignMessages.text("Send_Withdrawn"));
            return null;
        });
    }

    private List<ContactRows.Row> contacts(Campaign campaign, GateSetting setting, GateDecisions decisions, Instant at)
            throws StoreException {
        List<Integer> passed = new ArrayList<>();
        for (int row : ContactGateComponent.rows(setting)) {
            if (decisions.outcomeOf(row) == GateOutcome.PASSED) {
                passed.add(row);
            }
        }
        passed.sort(Comparator.comparingInt(row -> decisions.rank()[row]));
        Map<String, Frozen> frozen = frozen(campaign.getId());
        Map<Integer, Double> hourly = gate.hourly(setting.policy());
        Map<Integer, Integer> used = new TreeMap<>();
        List<ContactRows.Row> rows = new ArrayList<>(passed.size());
        for (int row : passed) {
            ContactChannel channel = ContactChannel.get(decisions.channel()[row]);
            String customer = setting.customer(row);
            Frozen member = frozen.getOrDefault(customer, new Frozen(Optional.empty(), Optional.empty()));
            Optional<Offer> offer = offer(campaign, member.offer());
            int position = used.merge(channel.getValue(), 1, Integer::sum) - 1;
            double rate = hourly.getOrDefault(channel.getValue(), Double.POSITIVE_INFINITY);
            Instant due = at.plusSeconds((long) Math.floor(position / rate) * HOUR);
            if (due.isAfter(at) && !setting.open(row, channel, window(campaign, channel), due)) {
                // The channel gets to this customer when it is quiet: the next sending asks the gate again, and the place goes to somebody else.
                used.merge(channel.getValue(), -1, Integer::sum);
                continue;
            }
            double cost = setting.campaigns().get(0).channels().stream().filter(each -> each.channel() == channel.getValue())
                    .mapToDouble(each -> each.cost()).findFirst().orElse(0);
            Optional<String> wording = Wordings.find(campaign, channel, member.segment(), offer, Optional.empty())
                    .map(each -> each.getId() + ":" + each.getVersion());
            rows.add(new ContactRows.Row(campaign.getId() + ":" + customer + ":" + at.getEpochSecond(), campaign.getId(), customer, channel,
                    campaign.getMessageClass(), member.offer(), wording, ContactState.INITIAL,
                    campaign.getId() + "-" + channel.getLiteral() + "-" + at.getEpochSecond(), due, Optional.empty(), disclosure.user(),
                    cost));
        }
        return rows;
    }

    private static Optional<TimeWindow> window(Campaign campaign, ContactChannel channel) {
        return campaign.getCommunication().getChannels().stream().filter(plan -> plan.getChannel() == channel).map(ChannelPlan::getWindow)
                .filter(java.util.Objects::nonNull).findFirst();
    }

    private static Optional<Offer> offer(Campaign campaign, Optional<String> id) {
        return id.flatMap(wanted -> campaign.getOfferPlan().getOffers().stream().filter(each -> wanted.equals(each.getId())).findFirst());
    }

    /** What a member was frozen with. */
    private record Frozen(Optional<String> segment, Optional<String> offer) {
    }

    private Map<String, Frozen> frozen(String campaign) throws StoreException {
        return store.read(sql -> sql.select(MEMBERS.field("customer", String.class), MEMBERS.field("segment", String.class),
                MEMBERS.field("offer", String.class)).from(MEMBERS.table()).where(MEMBERS.field("campaign", String.class).eq(campaign))
                .fetchMap(MEMBERS.field("customer", String.class),
                        row -> new Frozen(Optional.ofNullable(row.get(1, String.class)), Optional.ofNullable(row.get(2, String.class)))));
    }

    private BatchInfo handOver(Campaign campaign, String batch, Map<ContactChannel, CampaignChannel> services, Instant at)
            throws StoreException, IOException {
        List<ContactRows.Reached> contacts = store.read(sql -> ContactRows.of(sql, batch));
        boolean fresh = contacts.stream().anyMatch(each -> each.state() == ContactState.INITIAL);
        ContactChannel channel = services.keySet().stream().filter(each -> batch.contains("-" + each.getLiteral() + "-")).findFirst()
                .orElseThrow(() -> new IOException(batch));
        Map<String, Frozen> frozen = frozen(campaign.getId());
        List<CampaignChannel.Message> messages = new ArrayList<>();
        for (ContactRows.Reached each : contacts) {
            Optional<Offer> offer = offer(campaign, each.offer());
            Optional<String> segment = Optional.ofNullable(frozen.get(each.customer())).flatMap(Frozen::segment);
            Optional<Wording> wording = Wordings.find(campaign, channel, segment, offer, each.language());
            messages.add(new CampaignChannel.Message(each.id(), each.customer(), address(channel, each), each.offer(), each.planned(),
                    wording.map(Wording::getLanguage).or(each::language).orElse(""),
                    wording.map(found -> Wordings.render(campaign, found, offer)).orElse("")));
        }
        if (messages.isEmpty()) {
            return new BatchInfo(batch, channel, 0, false, Optional.empty());
        }
        String where = services.get(channel).handOver(new CampaignChannel.Batch(batch, campaign.getId(), channel, at, messages));
        store.write(tx -> {
            ContactRows.handedOver(tx.sql(), batch, at);
            return null;
        });
        return new BatchInfo(batch, channel, messages.size(), fresh, Optional.of(where));
    }

    private static Optional<String> address(ContactChannel channel, ContactRows.Reached reached) {
        return switch (channel) {
            case MESSAGE, HOTLINE, CLIENT_MANAGER -> reached.phone();
            case ONLINE -> reached.email();
            case HALL, PARTNER_SHOP -> Optional.empty();
        };
    }

    @Override
    public Receipts receipts(Path file) throws CampaignException, StoreException, IOException {
        List<ReceiptFile.Receipt> receipts = ReceiptFile.read(file);
        return new ReceiptWriter(store).write(file, receipts);
    }
}
