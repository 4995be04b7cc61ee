package org.towercrier.campaign.internal.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.towercrier.campaign.internal.UnitDraw;
import org.towercrier.campaign.internal.audience.Drafts.Draft;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.ExperimentArm;

/**
 * Draws the groups of an experiment. Units are drawn, not customers: nobody is treated next to a control of the same unit. The universal control group is the same for all
 * campaigns and all time: a unit belongs to it when its permanent place is below the share. The control group of the campaign is drawn within each stratum: the units with
 * the lowest places, as many as the share asks for; fractions are carried from stratum to stratum, so that the whole is right to one unit.
 */
public final class ArmDraw {

    private final AudienceUnit unit;
    private final double share;
    private final String salt;
    private final double universalShare;
    private final String universalSalt;

    /**
     * @param unit what is drawn
     * @param share of the units in the control group of the campaign
     * @param salt of the draw
     * @param universalShare share of all units in the universal control group, 0 for messages that are no marketing
     */
    public ArmDraw(AudienceUnit unit, double share, String salt, double universalShare, String universalSalt) {
        this.unit = unit;
        this.share = share;
        this.salt = salt;
        this.universalShare = universalShare;
        this.universalSalt = universalSalt;
    }

    /** Groups by member. @param members in the order of their identities */
    public List<ExperimentArm> draw(List<Draft> members) {
        Set<String> universal = universal(members);
        Map<String, Map<String, String>> strata = new TreeMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        for (Draft member : members) {
            if (!universal.contains(home(member)) && seen.putIfAbsent(unit(member), member.stratum()) == null) {
                strata.computeIfAbsent(member.stratum(), none -> new LinkedHashMap<>()).put(unit(member), member.stratum());
            }
        }
        Set<String> control = control(strata);
        return members.stream()
                .map(member -> universal.contains(home(member)) ? ExperimentArm.UNIVERSAL_CONTROL
                        : control.contains(unit(member)) ? ExperimentArm.CAMPAIGN_CONTROL : ExperimentArm.TREATMENT)
                .toList();
    }

    /** Groups of members who come one by one: each unit by its own place, whoever else comes. */
    public List<ExperimentArm> drawByPlace(List<Draft> members) {
        Set<String> universal = universal(members);
        UnitDraw draw = new UnitDraw(salt);
        return members.stream()
                .map(member -> universal.contains(home(member)) ? ExperimentArm.UNIVERSAL_CONTROL
                        : draw.place(unit(member)) < share ? ExperimentArm.CAMPAIGN_CONTROL : ExperimentArm.TREATMENT)
                .toList();
    }

    private Set<String> universal(List<Draft> members) {
        Set<String> universal = new HashSet<>();
        if (universalShare > 0) {
            UnitDraw draw = new UnitDraw(universalSalt);
            members.stream().map(ArmDraw::home).distinct().filter(each -> draw.place(each) < universalShare).forEach(universal::add);
        }
        return universal;
    }

    private Set<String> control(Map<String, Map<String, String>> strata) {
        Set<String> control = new HashSet<>();
        if (!(share > 0)) {
            return control;
        }
        UnitDraw draw = new UnitDraw(salt);
        record Placed(String unit, long bits) {
        }
        long before = 0;
        for (Map<String, String> stratum : strata.values()) {
            List<Placed> units = new ArrayList<>();
            stratum.keySet().forEach(each -> units.add(new Placed(each, draw.bits(each))));
            units.sort(Comparator.comparing(Placed::bits, Long::compareUnsigned).thenComparing(Placed::unit));
            long wanted = Math.round(share * (before + units.size())) - Math.round(share * before);
            units.stream().limit(wanted).forEach(each -> control.add(each.unit()));
            before += units.size();
        }
        return control;
    }

    /** Unit of the universal control group: the household, or the customer without one. */
    private static String home(Draft member) {
        return member.household().isEmpty() ? member.customer() : member.household();
    }

    /** Unit of the campaign. */
    public String unit(Draft member) {
        return switch (unit) {
            case CUSTOMER -> member.customer();
            case HOUSEHOLD -> home(member);
            case CORPORATE_GROUP -> member.group().isEmpty() ? home(member) : member.group();
        };
    }
}
