package org.towercrier.ui.kit;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** Facts about one thing, for the inspector: labels and values in sections, replaced in place. */
public final class PropertyFacts extends Composite implements Themed {

    private static final int LABEL_WIDTH = 128;

    /**
     * A fact.
     *
     * @param label what it is
     * @param value its value, ready to read
     * @param tip what the value means or the raw id; may be empty
     * @param severity shape before the value
     * @param action what a click on the value does; absent when the value is just text
     */
    public record Fact(String label, String value, String tip, Optional<Severity> severity, Optional<Runnable> action) {

        /** A fact that is just text. */
        public static Fact of(String label, String value) {
            return new Fact(label, value, "", Optional.empty(), Optional.empty());
        }

        /** This fact with a tool tip. */
        public Fact tip(String text) {
            return new Fact(label, value, text, severity, action);
        }
    }

    /**
     * Facts under a heading.
     *
     * @param title the heading; may be empty
     * @param facts the facts
     */
    public record Section(String title, List<Fact> facts) {

        public Section {
            facts = List.copyOf(facts);
        }
    }

    private final UiMessages messages;
    private final Optional<ScrolledComposite> scroll;
    private final Composite body;
    private final Font bold;
    private Theme theme = Theme.LIGHT;
    private List<Section> sections = List.of();

    /** Facts that fill a view of their own and scroll in it. */
    public PropertyFacts(Composite parent, UiMessages messages) {
        this(parent, messages, true);
    }

    /** Facts that are part of a longer page: the page scrolls, so that the wheel is not caught here. */
    public static PropertyFacts onPage(Composite page, UiMessages messages) {
        return new PropertyFacts(page, messages, false);
    }

    private PropertyFacts(Composite parent, UiMessages messages, boolean scrolling) {
        super(parent, SWT.NONE);
        this.messages = messages;
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        addDisposeListener(event -> bold.dispose());
        setLayout(new org.eclipse.swt.layout.FillLayout());
        scroll = scrolling ? Optional.of(new ScrolledComposite(this, SWT.V_SCROLL)) : Optional.empty();
        body = new Composite(scroll.<Composite>map(some -> some).orElse(this), SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 12;
        layout.marginHeight = 8;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 4;
        body.setLayout(layout);
        scroll.ifPresent(some -> {
            some.setExpandHorizontal(true);
            some.setExpandVertical(true);
            some.setContent(body);
            some.addListener(SWT.Resize, event -> fitHeight());
            Theme.keepsOwnColours(some);
        });
        Theme.keepsOwnColours(this, body);
    }

    /** Shows other facts. */
    public void show(List<Section> newSections) {
        sections = List.copyOf(newSections);
        rebuild();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        rebuild();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point size = body.computeSize(widthHint == SWT.DEFAULT ? 3 * LABEL_WIDTH : widthHint, SWT.DEFAULT, changed);
        return new Point(widthHint == SWT.DEFAULT ? size.x : widthHint,
                heightHint == SWT.DEFAULT ? size.y : heightHint);
    }

    private void rebuild() {
        setRedraw(false);
        for (Control child : body.getChildren()) {
            child.dispose();
        }
        setBackground(theme.background());
        scroll.ifPresent(some -> some.setBackground(theme.background()));
        body.setBackground(theme.background());
        boolean first = true;
        for (Section section : sections) {
            if (!section.title().isEmpty()) {
                heading(section.title(), first);
            }
            section.facts().forEach(this::fact);
            first = false;
        }
        body.layout(true, true);
        fitHeight();
        setRedraw(true);
    }

    private void heading(String title, boolean first) {
        Label label = label(title, theme.text());
        label.setFont(bold);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        place.verticalIndent = first ? 0 : 12;
        label.setLayoutData(place);
    }

    private void fact(Fact fact) {
        Label name = label(fact.label(), theme.mutedText());
        GridData place = new GridData(SWT.LEFT, SWT.TOP, false, false);
        place.widthHint = LABEL_WIDTH;
        name.setLayoutData(place);
        Composite cell = body;
        if (fact.severity().isPresent()) {
            cell = new Composite(body, SWT.NONE);
            cell.setBackground(theme.background());
            GridLayout layout = new GridLayout(2, false);
            layout.marginWidth = 0;
            layout.marginHeight = 0;
            cell.setLayout(layout);
            cell.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            Theme.keepsOwnColours(cell);
            glyph(cell, fact.severity().get());
        }
        Control value = fact.action().isPresent() ? link(cell, fact) : value(cell, fact);
        value.setToolTipText(fact.tip().isEmpty() ? null : fact.tip());
        value.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Menu menu = new Menu(value);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText(messages.get("Facts_Copy"));
        copy.addListener(SWT.Selection, event -> copy(fact.value()));
        value.setMenu(menu);
    }

    private Label label(String text, org.eclipse.swt.graphics.Color colour) {
        Label label = new Label(body, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setForeground(colour);
        label.setBackground(theme.background());
        Theme.keepsOwnColours(label);
        return label;
    }

    private Control value(Composite cell, Fact fact) {
        Label value = new Label(cell, SWT.WRAP);
        value.setText(fact.value().replace("&", "&&"));
        value.setForeground(theme.text());
        value.setBackground(theme.background());
        Theme.keepsOwnColours(value);
        return value;
    }

    private Control link(Composite cell, Fact fact) {
        Link link = new Link(cell, SWT.NONE);
        link.setText("<a>" + fact.value().replace("&", "&&").replace("<", "\u2039") + "</a>");
        link.setLinkForeground(theme.accent());
        link.setBackground(theme.background());
        Theme.keepsOwnColours(link);
        fact.action().ifPresent(action -> link.addListener(SWT.Selection, event -> action.run()));
        return link;
    }

    private void glyph(Composite cell, Severity severity) {
        Canvas canvas = new Canvas(cell, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        GridData place = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        place.widthHint = 14;
        place.heightHint = 16;
        canvas.setLayoutData(place);
        canvas.setBackground(theme.background());
        Theme.keepsOwnColours(canvas);
        canvas.addPaintListener(event -> SeverityGlyph.draw(event.gc, theme, severity, 7, 8, 10));
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(getDisplay());
        clipboard.setContents(new Object[]{ text }, new Transfer[]{ TextTransfer.getInstance() });
        clipboard.dispose();
    }

    private void fitHeight() {
        scroll.ifPresent(some -> {
            int width = some.getClientArea().width;
            if (width > LABEL_WIDTH) {
                some.setMinHeight(body.computeSize(width, SWT.DEFAULT).y);
            }
        });
    }
}
