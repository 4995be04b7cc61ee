package org.towercrier.expansion.ui.internal.catalogue;

import java.util.List;

import org.towercrier.expansion.ui.internal.Names;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.model.network.CostItem;
import org.towercrier.ui.table.TableColumn;

/** The figures of a cost catalogue side by side, each item with where its figures are from. */
final class CatalogueColumns {

    private CatalogueColumns() {
    }

    /** @param currency of the amounts */
    static List<TableColumn<CostItem>> of(Texts texts, String currency) {
        return List.of(TableColumn.<CostItem>text("action", texts.get("Column_Action"), item -> name(item, texts)).wide(150),
                TableColumn
                        .<CostItem>number("investment", texts.get("Column_Investment"), currency, 0, item -> number(item.getInvestment()))
                        .wide(124),
                TableColumn.<CostItem>number("yearly", texts.get("Column_Yearly"), currency, 0, item -> number(item.getYearlyCost()))
                        .wide(104),
                TableColumn.<CostItem>number("lead", texts.get("Column_Lead"), "d", 0, item -> number(item.getLeadTime())).wide(108),
                TableColumn.<CostItem>number("gain", texts.get("Column_Gain"), "", 2, item -> number(item.getGain())).wide(70),
                TableColumn.<CostItem>number("reach", texts.get("Column_Reach"), "m", 0, item -> number(item.getReach())).wide(84),
                TableColumn.<CostItem>text("source", texts.get("Column_Source"), CostItem::getSource).wide(620),
                TableColumn.<CostItem>text("requirement", texts.get("Column_Requirement"), CostItem::getRequirement).wide(320).hidden());
    }

    private static String name(CostItem item, Texts texts) {
        if (item.getLabel() != null && !item.getLabel().isBlank()) {
            return item.getLabel();
        }
        return item.getName() == null ? "" : Names.action(texts, item.getName());
    }

    private static double number(Number figure) {
        return figure == null ? Double.NaN : figure.doubleValue();
    }
}
