package org.towercrier.campaign.ui.internal;

/** Ids of the elements this bundle adds to the workbench. */
public final class CampaignIds {

    public static final String PART_BOARD = "org.towercrier.part.campaigns";
    public static final String PART_CAMPAIGN = "org.towercrier.part.campaign";
    public static final String PART_GATE = "org.towercrier.part.campaign.gate";
    public static final String PART_ROOM = "org.towercrier.part.campaign.room";
    public static final String PART_RESULT = "org.towercrier.part.campaign.result";
    public static final String PART_PRESSURE = "org.towercrier.part.campaign.pressure";
    public static final String PART_PAST = "org.towercrier.part.campaign.past";
    public static final String PART_CARE = "org.towercrier.part.campaign.care";
    public static final String PART_ORDERS = "org.towercrier.part.campaign.orders";
    public static final String PART_POLICY = "org.towercrier.part.campaign.policy";
    public static final String PART_PROFILE = "org.towercrier.part.campaign.profile";
    public static final String PART_FRONT_LINE = "org.towercrier.part.frontline";

    /** Command that makes a care campaign of an alarm. */
    public static final String COMMAND_CARE = "org.towercrier.command.care";
    /** Its parameter: id of the alarm. */
    public static final String PARAMETER_ALARM = "org.towercrier.parameter.alarm";

    /** Command that opens a campaign, or the board. */
    public static final String COMMAND_CAMPAIGN = "org.towercrier.command.campaign";
    /** Its parameter: id of the campaign. */
    public static final String PARAMETER_CAMPAIGN = "org.towercrier.parameter.campaign";

    private CampaignIds() {
    }
}
