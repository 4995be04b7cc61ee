package org.towercrier.customer.ui.internal.figure.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.customer.Satisfaction.Question;
import org.towercrier.customer.ui.internal.figure.FigureBar;
import org.towercrier.customer.ui.internal.figure.FigureTexts;

/** Pairs questions: how well something is done, and in which other question customers say how important it is. */
final class PairBar {

    private final FigureTexts texts;
    private final FigureBar bar;
    private final Combo question;
    private final Combo importance;
    private final BiConsumer<Question, Optional<String>> paired;
    private List<Question> all = List.of();
    private List<Question> questions = List.of();

    PairBar(Composite parent, Locale locale, FigureTexts texts, BiConsumer<Question, Optional<String>> paired) {
        this.texts = texts;
        this.paired = paired;
        bar = new FigureBar(parent, locale);
        question = bar.choice(texts.get("Importance_Pair"), List.of(), -1, index -> showImportance());
        importance = bar.choice(texts.get("Importance_PairWith"), List.of(), -1, this::pair);
    }

    void setVisible(boolean visible) {
        bar.setVisible(visible);
        GridDataFactory.createFrom((org.eclipse.swt.layout.GridData) bar.getLayoutData()).exclude(!visible).applyTo(bar);
        bar.requestLayout();
    }

    /** Shows the questions of a survey, each with the one that states its importance. */
    void show(List<Question> found) {
        if (bar.isDisposed()) {
            return;
        }
        List<Question> scales = found.stream().filter(Question::scale).toList();
        if (found.equals(all)) {
            return;
        }
        all = List.copyOf(found);
        int before = question.getSelectionIndex();
        questions = scales;
        question.setItems(scales.stream().map(this::label).toArray(String[]::new));
        question.select(before >= 0 && before < scales.size() ? before : 0);
        showImportance();
        bar.requestLayout();
    }

    private String label(Question one) {
        return one.importance().isPresent() ? texts.get("Importance_Paired", one.label(), one.importance().get()) : one.label();
    }

    private void showImportance() {
        int at = question.getSelectionIndex();
        List<String> names = new ArrayList<>(List.of(texts.get("Importance_NoPair")));
        others(at).forEach(other -> names.add(other.label()));
        importance.setItems(names.toArray(String[]::new));
        Optional<String> now = at < 0 ? Optional.empty() : questions.get(at).importance();
        importance.select(now.map(name -> 1 + others(at).stream().map(Question::name).toList().indexOf(name)).orElse(0));
        bar.requestLayout();
    }

    private List<Question> others(int at) {
        return at < 0 ? List.of() : all.stream().filter(other -> !other.name().equals(questions.get(at).name())).toList();
    }

    private void pair(int index) {
        int at = question.getSelectionIndex();
        if (at >= 0) {
            paired.accept(questions.get(at), index <= 0 ? Optional.empty() : Optional.of(others(at).get(index - 1).name()));
        }
    }
}
