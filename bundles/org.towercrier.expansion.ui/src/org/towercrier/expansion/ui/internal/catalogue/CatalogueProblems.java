package org.towercrier.expansion.ui.internal.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.expansion.ui.internal.Names;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;

/** What an exacting reader would object to in a cost catalogue, a sentence each; the worst first. */
final class CatalogueProblems {

    private static final double HALF_A_SPLIT = 2;

    private final Texts texts;
    private final List<String> grave = new ArrayList<>();
    private final List<String> slight = new ArrayList<>();

    private CatalogueProblems(Texts texts) {
        this.texts = texts;
    }

    static List<String> of(CostCatalogue catalogue, Texts texts) {
        CatalogueProblems problems = new CatalogueProblems(texts);
        problems.judge(catalogue);
        List<String> all = new ArrayList<>(problems.grave);
        all.addAll(problems.slight);
        return all;
    }

    private void judge(CostCatalogue catalogue) {
        if (catalogue.getItems().isEmpty()) {
            grave.add(texts.get("Problem_Empty"));
        }
        if (blank(catalogue.getCurrency())) {
            slight.add(texts.get("Problem_Currency"));
        }
        Set<String> names = new HashSet<>();
        for (CostItem item : catalogue.getItems()) {
            String name = blank(item.getName()) ? texts.get("Problem_Unnamed") : Names.action(texts, item.getName());
            if (blank(item.getName())) {
                grave.add(texts.get("Problem_Name"));
            } else if (!names.add(item.getName())) {
                grave.add(texts.get("Problem_Twice", name));
            }
            judge(item, name);
        }
    }

    private void judge(CostItem item, String name) {
        below(item.getInvestment(), name, "Problem_Investment");
        below(item.getYearlyCost(), name, "Problem_YearlyCost");
        below(item.getGain(), name, "Problem_Gain");
        below(item.getReach(), name, "Problem_Reach");
        below(item.getMinimumDistance(), name, "Problem_Distance");
        if (item.getLeadTime() != null && item.getLeadTime() < 0) {
            grave.add(texts.get("Problem_LeadTime", name));
        }
        if (is(item, ExpansionAction.SECTOR_SPLIT) && item.getGain() != null && item.getGain() >= HALF_A_SPLIT) {
            grave.add(texts.get("Problem_Split", name));
        }
        if ((is(item, ExpansionAction.LOAD_BALANCING) || is(item, ExpansionAction.WLAN_OFFLOAD)) && item.getGain() != null
                && item.getGain() > 1) {
            grave.add(texts.get("Problem_Share", name));
        }
        if (blank(item.getSource())) {
            slight.add(texts.get("Problem_Source", name));
        }
    }

    private static boolean is(CostItem item, Enumerator action) {
        return action.getLiteral().equals(item.getName());
    }

    private void below(Double figure, String name, String key) {
        if (figure != null && !(figure >= 0)) {
            grave.add(texts.get(key, name));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
