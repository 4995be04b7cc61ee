package org.towercrier.expansion;

import java.util.List;

import org.towercrier.model.network.CostItem;

/** A kind of expansion action, offered as a service: all services together make up what a plan can choose from. */
public interface ActionKind {

    /** Stable id; those shipped are the literals of the model's {@code ExpansionAction}. The catalogue's items name it as their name. */
    String id();

    /**
     * What of this kind could be done.
     *
     * @param situation the network
     * @param item      what it costs and brings
     */
    List<Proposal> propose(Situation situation, CostItem item);
}
