package org.towercrier.campaign;

import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.Campaign;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** The other way round: from trouble in a cell to a message for those who suffer from it. */
public interface CareCampaigns {

    /** A saved care campaign for those who live in the cells of an alarm; the same alarm has one. @throws CampaignException when there is no such alarm or nobody lives there */
    Campaign forAlarm(String alarm, String owner, Cancellation cancel) throws CampaignException, StoreException;

    /** A saved care campaign for those who live in some cells. @param about what happened, in words */
    Campaign forCells(List<String> cells, String about, String owner, Cancellation cancel) throws CampaignException, StoreException;

    /** Alarms that marketing waits for, with the customers behind them; those with most customers first. */
    List<Suggested> suggested(int most, Cancellation cancel) throws StoreException;

    /** A care campaign worth making. @param campaign that was made for it already @param customers who live in the cell */
    record Suggested(String alarm, String cell, String severity, Optional<String> problem, long customers, Optional<String> campaign) {
    }
}
