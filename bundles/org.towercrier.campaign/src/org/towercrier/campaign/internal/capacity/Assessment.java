package org.towercrier.campaign.internal.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CapacityChecks.CellLoad;
import org.towercrier.campaign.CapacityChecks.Report;
import org.towercrier.campaign.internal.audience.Drafts.Draft;
import org.towercrier.campaign.internal.capacity.CapacityChecksComponent.Assessed;
import org.towercrier.campaign.internal.capacity.CellBusyHours.BusyHour;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CellRoom;

/** Puts members, cells and offers together and counts what comes out. */
final class Assessment {

    private static final double USUAL_LIMIT = 70;

    private final Campaign campaign;
    private final List<Draft> drafts;
    private final Map<String, BusyHour> hours;
    private final OfferLoads offers;
    private final double limit;
    private final double offPeak;
    private final Map<String, Integer> positions;
    private final String[] names;

    /** @param offPeak part of the load of the first choice up to which a lighter offer is given even in a full cell */
    Assessment(Campaign campaign, List<Draft> drafts, Map<String, BusyHour> hours, OfferLoads offers, double offPeak) {
        this.campaign = campaign;
        this.drafts = drafts;
        this.hours = hours;
        this.offers = offers;
        this.offPeak = offPeak;
        this.limit = campaign.getAssessment() == null || campaign.getAssessment().getUtilisationLimit() == null ? USUAL_LIMIT
                : campaign.getAssessment().getUtilisationLimit();
        this.positions = CapacityChecksComponent.positions(drafts);
        this.names = new String[positions.size()];
        positions.forEach((name, position) -> names[position] = name);
    }

    Assessed assess(Instant at) throws CampaignException {
        RoomPlan.Members members = members();
        RoomPlan.OfferLoad[] loads = offers.loads();
        int[] busy = new int[names.length];
        double[] room = new double[names.length];
        boolean[] idle = new boolean[names.length];
        for (int cell = 0; cell < names.length; cell++) {
            BusyHour hour = hours.get(names[cell]);
            busy[cell] = hour == null ? -1 : hour.hour();
            room[cell] = hour == null ? Double.NaN : hour.room(limit);
            idle[cell] = hour != null && hour.use() < limit / 2;
        }
        RoomPlan.Result result = RoomPlan.fill(new RoomPlan.Cells(busy, room, idle), loads, members, offPeak);
        return new Assessed(report(at, members, loads, room, result), drafts, result, offers.ids());
    }

    private RoomPlan.Members members() {
        int n = drafts.size();
        Map<String, Integer> lists = new LinkedHashMap<>();
        RoomPlan.Members members = new RoomPlan.Members(new int[n], new int[n], new int[n], new int[0][]);
        for (int i = 0; i < n; i++) {
            Draft draft = drafts.get(i);
            members.home()[i] = positions.getOrDefault(draft.homeCell(), RoomPlan.NONE);
            members.work()[i] = positions.getOrDefault(draft.workCell(), RoomPlan.NONE);
            Integer known = lists.putIfAbsent(draft.segment(), lists.size());
            members.choice()[i] = known == null ? lists.size() - 1 : known;
        }
        int[][] choices = lists.keySet().stream().map(offers::choices).toArray(int[][]::new);
        return new RoomPlan.Members(members.home(), members.work(), members.choice(), choices);
    }

    private Report report(Instant at, RoomPlan.Members members, RoomPlan.OfferLoad[] loads, double[] room, RoomPlan.Result result) {
        long[] counts = new long[CellRoom.VALUES.size()];
        long unplaced = 0;
        double value = 0;
        double forgone = 0;
        for (int i = 0; i < drafts.size(); i++) {
            int[] list = members.choices()[members.choice()[i]];
            double worth = list.length == 0 ? 0 : loads[list[0]].value();
            double kept = result.offer()[i] < 0 ? 0 : loads[result.offer()[i]].value();
            counts[result.room()[i]]++;
            value += worth;
            boolean out = result.room()[i] == CellRoom.LEFT_OUT_VALUE || result.room()[i] == CellRoom.DELAYED_VALUE;
            forgone += out ? worth : worth - kept;
            unplaced += members.home()[i] == RoomPlan.NONE ? 1 : 0;
        }
        long idle = counts[CellRoom.IDLE_VALUE];
        long admitted = counts[CellRoom.ROOM_VALUE] + idle + counts[CellRoom.UNKNOWN_VALUE] + counts[CellRoom.OFF_PEAK_VALUE];
        return new Report(String.valueOf(campaign.getId()), at, limit, drafts.size(), unplaced, admitted, counts[CellRoom.UNKNOWN_VALUE],
                counts[CellRoom.LEFT_OUT_VALUE], counts[CellRoom.DELAYED_VALUE], counts[CellRoom.OFF_PEAK_VALUE], idle, value, forgone,
                cells(room, result));
    }

    private List<CellLoad> cells(double[] room, RoomPlan.Result result) {
        List<CellLoad> cells = new ArrayList<>();
        for (int cell = 0; cell < names.length; cell++) {
            Optional<BusyHour> hour = Optional.ofNullable(hours.get(names[cell]));
            double added = result.added()[cell];
            Optional<Double> after = hour.filter(each -> each.volume() > 0).map(each -> each.use() * (1 + added / each.volume()));
            cells.add(new CellLoad(names[cell], hour.map(BusyHour::hour), hour.map(BusyHour::use),
                    hour.map(BusyHour::volume).filter(volume -> !Double.isNaN(volume)),
                    Double.isNaN(room[cell]) ? Optional.empty() : Optional.of(room[cell]), result.wanted()[cell], added, after,
                    result.members()[cell], result.turnedAway()[cell]));
        }
        cells.sort(Comparator.comparing((CellLoad load) -> -load.turnedAway())
                .thenComparing(load -> -load.useAfter().or(load::use).orElse(0.0)).thenComparing(CellLoad::cell));
        return cells;
    }
}
