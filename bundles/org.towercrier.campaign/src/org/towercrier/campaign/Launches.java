package org.towercrier.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Launches campaigns, sends what the gate lets through, and takes receipts and reactions back. */
public interface Launches {

    /**
     * Launches a campaign: the exit tests of the first four steps must be passed; the audience is frozen, groups are drawn, cells are checked. Nobody is contacted yet.
     *
     * @throws CampaignException with all that stands against it
     */
    Launch launch(String campaign, Instant at, Cancellation cancel) throws CampaignException, StoreException;

    /**
     * Asks the gate and hands over what passes, one batch a channel. Asked again for the same moment it hands the same batches over again and changes nothing.
     *
     * @param through name of the channel service
     */
    Sending send(String campaign, Instant at, String through, Cancellation cancel) throws CampaignException, StoreException, IOException;

    /**
     * Takes receipts of a gateway: CSV or JSON with {@code contact, state, time, reason} and optionally {@code response, value, offer}. Receipts that are there already change
     * nothing.
     *
     * @throws CampaignException with file, line and reason of what is wrong; nothing is taken then
     */
    Receipts receipts(Path file) throws CampaignException, StoreException, IOException;

    /** What was launched. @param cellsWithoutRoom that turned members away */
    record Launch(String campaign, Instant at, long version, long members, Map<ExperimentArm, Long> arms, long leftOut, long delayed,
            long offPeak,
            long cellsWithoutRoom) {
    }

    /** What was sent. @param batches those of this moment, also when they were handed over before @param gate what the gate said */
    record Sending(String campaign, Instant at, List<BatchInfo> batches, long contacts, double cost, ContactGate.Report gate) {
    }

    /** A batch. @param fresh was it handed over for the first time? @param where it went */
    record BatchInfo(String id, ContactChannel channel, long contacts, boolean fresh, Optional<String> where) {
    }

    /** Receipts. @param rows read @param stored changed something @param unchanged were there already */
    record Receipts(long rows, long stored, long unchanged, long responses) {
    }
}
