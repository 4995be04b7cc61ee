package org.towercrier.expansion.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
}
