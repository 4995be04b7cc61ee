package org.towercrier.expansion.internal.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.internal.action.UsualCells.Carried;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;
import org.towercrier.radio.Tr38901.Scenario;

/**
 * A new site for the overloaded cells around it: candidates that are listed, and places proposed from clusters of demand. A cluster begins
 * at the greatest demand that no cluster holds yet and takes the demand in reach; the site stands at its centre of gravity, at least the
 * minimum distance from existing sites (a centre nearer than that is dropped) and from other new ones (only one of two that are nearer).
 */
@Component
public final class NewSite implements ActionKind {

    private static final double USUAL_REACH = 600;
    private static final double USUAL_DISTANCE = 300;
    private static final double USUAL_RANGE = 600;
    private static final int MOST = 500;

    @Override
    public String id() {
        return ExpansionAction.NEW_SITE.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        double distance = Offer.or(item.getMinimumDistance(), USUAL_DISTANCE);
        UsualCells usual = new UsualCells(situation, item);
        List<Place> demand = situation.needy().stream().filter(NewSite::lasting)
                .flatMap(cell -> Situation.centre(cell, USUAL_RANGE).stream()).toList();
        if (demand.isEmpty()) {
            return List.of();
        }
        Reach reach = Reach.of(item, Scenario.UMA, USUAL_REACH);
        Neighbourhood people = new Neighbourhood(demand);
        List<Place> places = new ArrayList<>(situation.candidates());
        places.addAll(clusters(situation, demand, people, reach.metres(), distance));
        Map<String, List<String>> exclusive = tooNear(id(), places, distance);
        List<Proposal> all = new ArrayList<>();
        for (Place place : places) {
            List<CellState> served = people.within(place.latitude(), place.longitude(), reach.metres()).stream()
                    .map(near -> situation.cells().get(near.id())).toList();
            Optional<CellState> neediest = served.stream().max(Comparator.comparingDouble(cell -> cell.demand().cutOff()));
            Optional<Carried> possible = neediest.map(usual::relieving).filter(each -> each.megabits() > 0);
            if (neediest.isPresent() && possible.isPresent()) {
                Carried carried = possible.get();
                double capacity = carried.megabits();
                CellState first = neediest.get();
                List<Gain> gains = served.stream().map(cell -> Offer.added(cell, Math.min(capacity, cell.demand().cutOff()))).toList();
                all.add(Offer.atPlace(id(), place, first.id(), item, gains, capacity, exclusive.getOrDefault(place.id(), List.of()),
                        Sentence.of("Why_NEW_SITE", served.size(), reach.metres(), capacity, distance).and(carried.why())
                                .and(reach.why())));
            }
        }
        return all;
    }

    private static boolean lasting(CellState cell) {
        return cell.cause().filter(cause -> cause != Cause.PEAKS_ONLY).isPresent();
    }

    private static List<Place> clusters(Situation situation, List<Place> demand, Neighbourhood people, double reach, double distance) {
        Neighbourhood existing = new Neighbourhood(situation.sites());
        Map<String, Boolean> held = new HashMap<>();
        List<Place> ordered = new ArrayList<>(demand);
        ordered.sort(Comparator.comparingDouble((Place place) -> -cut(situation, place)).thenComparing(Place::id));
        List<Place> found = new ArrayList<>();
        for (Place seed : ordered) {
            if (found.size() < MOST && !held.containsKey(seed.id())) {
                List<Place> members = people.within(seed.latitude(), seed.longitude(), reach).stream()
                        .filter(place -> !held.containsKey(place.id())).toList();
                members.forEach(place -> held.put(place.id(), true));
                double sum = members.stream().mapToDouble(place -> cut(situation, place)).sum();
                double latitude = members.stream().mapToDouble(place -> cut(situation, place) * place.latitude()).sum() / sum;
                double longitude = members.stream().mapToDouble(place -> cut(situation, place) * place.longitude()).sum() / sum;
                if (existing.within(latitude, longitude, distance).isEmpty()) {
                    String id = String.format(Locale.ROOT, "P%03d", found.size() + 1);
                    found.add(new Place(id, id, latitude, longitude));
                }
            }
        }
        return found;
    }

    private static double cut(Situation situation, Place place) {
        CellState cell = situation.cells().get(place.id());
        return cell == null ? 0 : cell.demand().cutOff();
    }

    /** Every two places that are too near to one another are a group of their own. @param kind of what would stand there */
    static Map<String, List<String>> tooNear(String kind, List<Place> places, double distance) {
        Map<String, List<String>> groups = new HashMap<>();
        Neighbourhood all = new Neighbourhood(places);
        for (Place place : places) {
            for (Place other : all.within(place.latitude(), place.longitude(), distance)) {
                if (place.id().compareTo(other.id()) < 0) {
                    String group = "distance:" + kind + ':' + place.id() + '-' + other.id();
                    groups.computeIfAbsent(place.id(), key -> new ArrayList<>()).add(group);
                    groups.computeIfAbsent(other.id(), key -> new ArrayList<>()).add(group);
                }
            }
        }
        return groups;
    }
}
