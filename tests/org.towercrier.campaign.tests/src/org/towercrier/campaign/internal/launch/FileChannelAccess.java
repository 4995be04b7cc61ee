package org.towercrier.campaign.internal.launch;

import java.nio.file.Path;

import org.towercrier.campaign.channel.CampaignChannel;

/** The file channel over a folder of the test. */
public final class FileChannelAccess {

    private FileChannelAccess() {
    }

    /** A channel that writes into a folder. */
    public static CampaignChannel in(Path folder) {
        return new FileChannel(folder);
    }
}
