package org.towercrier.campaign.gate;

import java.util.List;
import java.util.stream.IntStream;

import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;

/** Takes those that are left one after the other, as long as caps, channels and budgets last. */
final class Taking {

    private final Asked asked;
    private final Verdicts verdicts;
    private final int[] openChannels;
    private final long[] capacity;
    private final double[] budget;
    private final long[][] left;

    /** @param openChannels by candidate, the channels that may be used, as bits by their position in the campaign */
    Taking(Asked asked, Verdicts verdicts, int[] openChannels) {
        this.asked = asked;
        this.verdicts = verdicts;
        this.openChannels = openChannels;
        this.capacity = asked.rules().dailyCapacity().clone();
        this.budget = asked.campaigns().stream().mapToDouble(GateCampaign::budget).toArray();
        this.left = asked.campaigns().stream().map(each -> each.channels().stream().mapToLong(GateCampaign.Channel::left).toArray())
                .toArray(long[][]::new);
    }

    void run() {
        int[] rows = IntStream.range(0, asked.candidates().size()).filter(verdicts::open).toArray();
        MergeSort.sort(rows, this::earlier);
        int rank = 0;
        for (int row : rows) {
            if (take(row)) {
                verdicts.passed(row, rank++);
            }
        }
    }

    private boolean earlier(int row, int other) {
        int purpose = asked.campaign(row).messageClass().getValue() - asked.campaign(other).messageClass().getValue();
        if (purpose != 0) {
            return purpose < 0;
        }
        int value = Double.compare(asked.candidates().value()[other], asked.candidates().value()[row]);
        if (value != 0) {
            return value < 0;
        }
        boolean spare = asked.candidates().is(row, CellRoom.IDLE);
        if (spare != asked.candidates().is(other, CellRoom.IDLE)) {
            return spare;
        }
        int person = Integer.compare(asked.candidates().person()[row], asked.candidates().person()[other]);
        return person != 0 ? person < 0 : asked.candidates().campaign()[row] < asked.candidates().campaign()[other];
    }

    /** Contacts a member through the first open channel that has room, or says why not. */
    private boolean take(int row) {
        int campaign = asked.candidates().campaign()[row];
        int person = asked.person(row);
        List<GateCampaign.Channel> channels = asked.campaign(row).channels();
        boolean told = false;
        int open = openChannels[row];
        while (open != 0) {
            int i = asked.first(row, open);
            open &= ~(1 << i);
            GateCampaign.Channel channel = channels.get(i);
            int cap = asked.marketing(row) ? asked.counts().full(person, channel.channel()) : GatePeople.NONE;
            if (cap != GatePeople.NONE || left[campaign][i] <= 0 || budget[campaign] < channel.cost()) {
                if (!told) {
                    refuse(row, channel, cap, left[campaign][i] <= 0, budget[campaign]);
                    told = true;
                }
            } else if (capacity[channel.channel()] <= 0) {
                if (!told || verdicts.outcome(row) == GateOutcome.STOPPED) {
                    verdicts.set(row, GateOutcome.DELAYED, GateRule.CHANNEL_CAPACITY, channel.channel());
                    verdicts.figures(row, asked.rules().dailyCapacity()[channel.channel()],
                            asked.rules().dailyCapacity()[channel.channel()],
                            GateDecisions.UNKNOWN);
                    told = true;
                }
            } else {
                capacity[channel.channel()] -= capacity[channel.channel()] == GateRules.UNLIMITED ? 0 : 1;
                left[campaign][i] -= left[campaign][i] == GateRules.UNLIMITED ? 0 : 1;
                budget[campaign] -= channel.cost();
                if (asked.marketing(row)) {
                    asked.counts().used(person, channel.channel());
                }
                verdicts.set(row, GateOutcome.PASSED, GateRule.NONE, channel.channel());
                return true;
            }
        }
        return false;
    }

    private void refuse(int row, GateCampaign.Channel channel, int cap, boolean full, double budget) {
        if (cap != GatePeople.NONE) {
            verdicts.capped(asked, row, channel.channel(), cap);
        } else if (full) {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.CHANNEL_CAPACITY, channel.channel());
            verdicts.figures(row, channel.left(), channel.left(), GateDecisions.UNKNOWN);
        } else {
            verdicts.set(row, GateOutcome.STOPPED, GateRule.BUDGET, channel.channel());
            verdicts.figures(row, budget, channel.cost(), GateDecisions.UNKNOWN);
        }
    }
}
