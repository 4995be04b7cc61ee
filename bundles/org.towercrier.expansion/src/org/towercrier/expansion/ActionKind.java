package org.towercrier.expansion;

import java.util.List;
import java.util.Optional;

import org.towercrier.model.network.CostItem;

/** A kind of expansion action, offered as a service: all services together make up what a plan can choose from. */
public interface ActionKind {

    /** Stable id; those shipped are the literals of the model's {@code ExpansionAction}. The catalogue's items name it as their name. */
    String id();

    /** What it is called; those shipped are named by the product. */
    default Sentence name() {
        return Sentence.none();
    }

    /** What it usually costs and brings, as an item of its own: a catalogue that has none of this kind is completed with it. */
    default Optional<CostItem> usual() {
        return Optional.empty();
    }

    /**
     * What of this kind could be done.
     *
     * @param situation the network
     * @param item      what it costs and brings
     */
    List<Proposal> propose(Situation situation, CostItem item);
}
