package org.towercrier.expansion.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;

/**
 * What plans for any budget rest on.
 *
 * @param created   when the newest measurement ended
 * @param currency  of all amounts
 * @param synthetic whether the network is invented
 * @param notes     what the reader must know
 * @param kinds     names of the kinds of action that plug-ins brought, by id
 */
public record Study(Situation situation, List<Proposal> proposals, List<Diagnosis> diagnoses, Instant created, String currency,
        boolean synthetic, List<Sentence> notes, Map<String, Sentence> kinds) {

    public Study {
        proposals = List.copyOf(proposals);
        diagnoses = List.copyOf(diagnoses);
        notes = List.copyOf(notes);
        kinds = Map.copyOf(kinds);
    }

    /** Of the cells and sites that plans speak of, by id. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Stream<String> cells = Stream.of(proposals.stream().map(Proposal::cell),
                proposals.stream().flatMap(each -> each.gains().stream())
                        .flatMap(gain -> Stream.concat(Stream.of(gain.cell()), gain.receiver().stream())),
                diagnoses.stream().flatMap(each -> each.cells().stream())).flatMap(ids -> ids);
        cells.distinct().map(situation.cells()::get).filter(Objects::nonNull).forEach(cell -> names.put(cell.id(), cell.name()));
        Set<String> sites = Stream.concat(proposals.stream().flatMap(each -> each.site().stream()), diagnoses.stream().map(Diagnosis::site))
                .collect(Collectors.toSet());
        Stream.concat(situation.sites().stream(), situation.candidates().stream()).filter(site -> sites.contains(site.id()))
                .forEach(site -> names.putIfAbsent(site.id(), site.name()));
        names.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return names;
    }
}
