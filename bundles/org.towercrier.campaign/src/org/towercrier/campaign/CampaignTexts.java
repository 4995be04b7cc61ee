package org.towercrier.campaign;

import java.util.List;

import org.eclipse.emf.ecore.EObject;

/**
 * Documents of campaigns as YAML: campaigns, contact policies, use profiles. Keys are the names of the model's features, literals those of the model; a criterion is one
 * line or a tree. What is written is read again without a difference.
 */
public interface CampaignTexts {

    /** The document as text. */
    String write(EObject root);

    /**
     * Reads a text.
     *
     * @param type class that is wanted
     * @return the object; of no use when there are faults
     */
    <T extends EObject> Reading<T> read(String text, Class<T> type);

    /** What was read. @param faults all that is wrong, in the order of the lines */
    record Reading<T>(T root, List<Fault> faults) {

        public Reading {
            faults = List.copyOf(faults);
        }
    }

    /** Something wrong. @param line from 1 */
    record Fault(int line, Reason reason) {
    }
}
