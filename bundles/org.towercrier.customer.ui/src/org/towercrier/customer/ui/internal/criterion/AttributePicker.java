package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.ui.kit.ChoicePopup;
import org.towercrier.ui.kit.ChoicePopup.Choice;

/** Lets the user choose an attribute by a part of its name or group. */
final class AttributePicker {

    private static final Point SIZE = new Point(380, 320);
    private static final int GROUP_WIDTH = 130;

    private AttributePicker() {
    }

    /** Opens below a control. */
    static void open(Control below, CriterionLabels labels, String hint, Consumer<CriterionAttribute> chosen) {
        new ChoicePopup<CriterionAttribute>(below.getShell(), SIZE, GROUP_WIDTH, hint, typed -> find(labels, typed), chosen)
                .openBelow(below);
    }

    static List<Choice<CriterionAttribute>> find(CriterionLabels labels, String typed) {
        List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return labels.attributes().stream().filter(attribute -> {
            String all = (labels.name(attribute) + ' ' + labels.group(attribute) + ' ' + attribute.name()).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(all::contains);
        }).map(attribute -> new Choice<>(labels.name(attribute), labels.group(attribute), attribute)).toList();
    }
}
