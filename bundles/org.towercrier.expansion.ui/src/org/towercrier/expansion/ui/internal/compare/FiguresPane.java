package org.towercrier.expansion.ui.internal.compare;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.expansion.ui.internal.compare.CompareModels.Figure;
import org.towercrier.ui.kit.FittedText;

/** Figures of plans side by side: a line a figure, a column a plan. */
final class FiguresPane {

    private static final int WIDTH = 84;
    private static final int WIDEST = 140;

    private final ScrolledComposite scroll;
    private final Composite sheet;

    FiguresPane(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        sheet = new Composite(scroll, SWT.NONE);
        scroll.setContent(sheet);
    }

    Control control() {
        return scroll;
    }

    /** @param plans their names, in the order of the values */
    void show(List<String> plans, List<Figure> figures) {
        for (Control old : sheet.getChildren()) {
            old.dispose();
        }
        GridLayoutFactory.fillDefaults().numColumns(plans.size() + 1).margins(16, 8).spacing(12, 4).applyTo(sheet);
        new Label(sheet, SWT.NONE);
        plans.forEach(this::heading);
        for (Figure figure : figures) {
            new Label(sheet, SWT.NONE).setText(figure.label());
            figure.values().forEach(value -> right(new Label(sheet, SWT.RIGHT), value, WIDTH));
        }
        sheet.setSize(sheet.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        scroll.setOrigin(0, 0);
    }

    private void heading(String name) {
        Label label = new Label(sheet, SWT.RIGHT);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GC gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            Point size = gc.textExtent(name);
            right(label, FittedText.fit(gc, name, WIDEST), Math.clamp(size.x, WIDTH, WIDEST));
        } finally {
            gc.dispose();
        }
        label.setToolTipText(name);
    }

    private static void right(Label label, String text, int width) {
        label.setText(text);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(label);
    }
}
