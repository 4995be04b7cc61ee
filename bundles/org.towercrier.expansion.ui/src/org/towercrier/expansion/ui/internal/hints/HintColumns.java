package org.towercrier.expansion.ui.internal.hints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.towercrier.expansion.Cause;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** The columns of the table of hints. */
final class HintColumns {

    private static final String RELIEF_UNIT = "Mbit/s";

    private HintColumns() {
    }

    /** @param currency of the amounts */
    static List<TableColumn<Hint>> of(Texts texts, String currency) {
        List<String> fates = new ArrayList<>(List.of(texts.get("Fate_Chosen")));
        Arrays.stream(Reason.values()).map(reason -> texts.get("Fate_" + reason)).forEach(fates::add);
        List<String> causes = Arrays.stream(Cause.values()).map(cause -> texts.get("Cause_" + cause)).toList();
        List<String> wills = Arrays.stream(Will.values()).map(will -> texts.get("Will_" + will)).toList();
        return List.of(TableColumn.<Hint>text("cell", texts.get("Column_Cell"), hint -> hint.place().cellName()).wide(180),
                TableColumn.<Hint>text("action", texts.get("Column_Action"), hint -> hint.name(texts)).wide(130),
                TableColumn.<Hint>choice("fate", texts.get("Column_Fate"), fates, hint -> fate(hint, texts)).wide(120)
                        .marked(hint -> hint.chosen() ? Optional.of(Severity.CLEARED) : Optional.empty()),
                TableColumn.<Hint>choice("cause", texts.get("Column_Cause"), causes,
                        hint -> hint.diagnosis().map(each -> texts.get("Cause_" + each.cause())).orElse("")).wide(120),
                TableColumn.<Hint>number("cost", texts.get("Column_Cost"), currency, 0, hint -> hint.money().total()).wide(96),
                TableColumn.<Hint>number("relief", texts.get("Column_Relief"), RELIEF_UNIT, 1, hint -> hint.effect().relief()).wide(116),
                TableColumn.<Hint>number("share", texts.get("Column_Share"), "%", 0, hint -> 100 * hint.effect().share()).wide(124),
                TableColumn.<Hint>number("investment", texts.get("Column_Investment"), currency, 0, hint -> hint.money().investment())
                        .wide(110).hidden(),
                TableColumn.<Hint>number("yearly", texts.get("Column_Yearly"), currency, 0, hint -> hint.money().yearly()).wide(110),
                TableColumn.<Hint>integer("lead", texts.get("Column_Lead"), "d", Hint::leadDays).wide(108),
                TableColumn.<Hint>choice("will", texts.get("Column_Will"), wills,
                        hint -> hint.will() == Will.FREE ? "" : texts.get("Will_" + hint.will())).wide(90),
                TableColumn.<Hint>number("weight", texts.get("Column_Weight"), "", 2, hint -> hint.effect().weight()).wide(70),
                TableColumn.<Hint>integer("people", texts.get("Column_People"), "", Hint::customers).wide(90),
                TableColumn.<Hint>number("risk", texts.get("Column_Risk"), "", 0, Hint::spendAtRisk).wide(110),
                TableColumn.<Hint>text("why", texts.get("Column_Why"), hint -> hint.why().text(texts.locale())).wide(560),
                TableColumn.<Hint>text("site", texts.get("Column_Site"), hint -> hint.place().siteName()).hidden(),
                TableColumn.<Hint>number("each", texts.get("Column_CostOfRelief"), currency, 0, Hint::costOfRelief).hidden(),
                TableColumn.<Hint>text("year", texts.get("Column_Year"), hint -> hint.money().year()).hidden(),
                TableColumn.<Hint>text("source", texts.get("Column_Source"), hint -> hint.source().text(texts.locale())).hidden(),
                TableColumn.<Hint>text("id", texts.get("Column_Id"), Hint::id).hidden());
    }

    /** Whether it is in the plan, or why not. */
    static String fate(Hint hint, Texts texts) {
        return texts.get(hint.reason().map(reason -> "Fate_" + reason).orElse("Fate_Chosen"));
    }
}
