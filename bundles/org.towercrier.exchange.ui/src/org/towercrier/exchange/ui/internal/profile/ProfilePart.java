package org.towercrier.exchange.ui.internal.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.MDirtyable;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.towercrier.exchange.ui.internal.ImportPages;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.exchange.ui.internal.page.ImportActions;
import org.towercrier.exchange.ui.internal.page.ImportState;
import org.towercrier.exchange.ui.internal.page.ProfileChoice;
import org.towercrier.store.Store;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.kit.Trouble;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Edits a mapping profile as text: checks it while it is typed, keeps it as a file, and uses it for the import. */
public final class ProfilePart extends StatePart implements Themed {

    private static final int CHECK_MILLIS = 250;
    private static final int RULER_WIDTH = 48;
    private static final double TINT = 0.12;
    private static final String PROBLEM = "\u25CF";

    private final ProfileEditing editing;
    private final ImportState state;
    private final ImportActions actions;
    private final ImportPages pages;
    private final MDirtyable dirty;
    private final IEclipseContext context;
    private final Texts texts;
    private final Consumer<ProfileDraft> listener = this::take;
    private ProfileDraft draft = ProfileDraft.blank();
    private Label title;
    private StyledText text;
    private LineRuler ruler;
    private Label problem;
    private Button use;
    private TextHistory history;
    private ProfileCheck check = new ProfileCheck(Optional.empty(), 0, "");
    private Theme theme = Theme.LIGHT;
    private Store store;
    private int revision;

    @Inject
    public ProfilePart(PartSite site, ProfileEditing editing, ImportState state, ImportActions actions, ImportPages pages,
            MDirtyable dirty, IEclipseContext context, Texts texts) {
        super(site);
        this.editing = editing;
        this.state = state;
        this.actions = actions;
        this.pages = pages;
        this.dirty = dirty;
        this.context = context;
        this.texts = texts;
        editing.draft().ifPresent(edited -> draft = edited);
        editing.listen(listener);
    }

    @PreDestroy
    void close() {
        editing.forget(listener);
    }

    /** Own profiles are proposed to be kept in the workspace. */
    @Inject
    void workspace(@org.eclipse.e4.core.di.annotations.Optional Store open) {
        store = open;
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = Widgets.area(parent, 4, Widgets.MARGIN, Widgets.BAR_MARGIN);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        title = Widgets.line(bar, "");
        Widgets.button(bar, texts.get("Profile_Save"), texts.get("Profile_Save_Tip"), this::save);
        Widgets.button(bar, texts.get("Profile_SaveAs"), texts.get("Profile_SaveAs_Tip"), this::saveAs);
        use = Widgets.button(bar, texts.get("Profile_Use"), texts.get("Profile_Use_Tip"), this::use);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.EDIT, texts.get("Part_Profile"), texts.get("Profile_None"));
        Composite page = Widgets.area(parent, 1, Widgets.MARGIN, 8);
        Composite editor = Widgets.area(page, 2, 0, 0);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(editor);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(editor);
        text = new StyledText(editor, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setTabs(2);
        text.setMargins(8, 0, 8, 0);
        GridDataFactory.fillDefaults().grab(true, true).hint(300, 200).applyTo(text);
        ruler = new LineRuler(editor, text);
        ruler.moveAbove(text);
        GridDataFactory.fillDefaults().hint(RULER_WIDTH, SWT.DEFAULT).grab(false, true).applyTo(ruler);
        problem = Widgets.line(page, "");
        problem.addMouseListener(MouseListener.mouseDownAdapter(event -> reveal(check.line())));
        history = new TextHistory(text);
        history.stack().addCommandStackListener(event -> dirty.setDirty(history.stack().isSaveNeeded()));
        context.set(CommandStack.class, history.stack());
        text.addListener(SWT.Modify, event -> checkSoon());
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == 'a' && event.stateMask == SWT.MOD1) {
                text.selectAll();
            }
        });
        site().track(this);
        return page;
    }

    @Override
    protected void beforeRebuild() {
        if (pane().face() == StatePane.Face.CONTENT) {
            draft = new ProfileDraft(draft.name(), text.getText(), draft.file(), draft.trouble());
        }
    }

    /** Takes another profile into the editor. */
    private void take(ProfileDraft opened) {
        draft = opened;
        changed();
    }

    @Override
    protected void refresh() {
        showTitle();
        if (actions.profiles().isEmpty()) {
            pane().showEmpty();
        } else if (draft.trouble().isPresent()) {
            pane().showTrouble(new Trouble(texts.get("Profile_Unreadable", draft.fileName()), texts.get("Profile_Unreadable_Remedy"),
                    draft.trouble().get()), () -> draft.file().map(ProfileDraft::ofFile).ifPresent(this::take));
        } else {
            text.setText(draft.text());
            history.reset();
            dirty.setDirty(false);
            check();
            pane().showContent();
        }
    }

    private void showTitle() {
        Widgets.show(title, draft.file().map(file -> texts.get("Profile_TitleFile", file.toString()))
                .orElseGet(() -> texts.get("Profile_Title", draft.name())));
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            text.setFocus();
        } else {
            super.takeFocus();
        }
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        ruler.applyTheme(newTheme);
        text.setBackground(newTheme.background());
        text.setForeground(newTheme.text());
        mark();
    }

    private void checkSoon() {
        int mine = ++revision;
        pane().getDisplay().timerExec(CHECK_MILLIS, () -> {
            if (mine == revision && isBuilt()) {
                check();
            }
        });
    }

    private void check() {
        actions.profiles().ifPresent(catalogue -> {
            check = ProfileCheck.of(catalogue, draft.fileName(), text.getText());
            String said = check.isGood() ? texts.get("Profile_Good", check.profile().get().columns().size())
                    : PROBLEM + " " + check.message();
            Widgets.show(problem, said);
            use.setEnabled(check.isGood());
            ruler.mark(check.line());
            mark();
        });
    }

    private void mark() {
        text.setLineBackground(0, text.getLineCount(), null);
        if (check.line() > 0 && check.line() <= text.getLineCount()) {
            Color tint = Contrast.mix(theme.background(), theme.severity(Severity.CRITICAL), TINT);
            text.setLineBackground(check.line() - 1, 1, tint);
        }
    }

    private void reveal(int line) {
        if (line > 0 && line <= text.getLineCount()) {
            text.setSelection(text.getOffsetAtLine(line - 1));
            text.showSelection();
            text.setFocus();
        }
    }

    @Persist
    void save() {
        draft.file().ifPresentOrElse(this::write, this::saveAs);
    }

    private void saveAs() {
        FileDialog dialog = new FileDialog(pane().getShell(), SWT.SAVE);
        dialog.setText(texts.get("Profile_SaveAs_Tip"));
        dialog.setFileName(draft.fileName());
        dialog.setOverwrite(true);
        profilesFolder().ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        String file = dialog.open();
        if (file != null) {
            write(Path.of(file));
        }
    }

    private Optional<Path> profilesFolder() {
        if (store == null) {
            return Optional.empty();
        }
        Path folder = store.info().location().resolve("profiles");
        try {
            return Optional.of(Files.createDirectories(folder));
        } catch (IOException readOnly) {
            return Optional.empty();
        }
    }

    private void write(Path file) {
        try {
            Files.writeString(file, text.getText());
            draft = new ProfileDraft(draft.name(), text.getText(), Optional.of(file), Optional.empty());
            history.stack().saveIsDone();
            dirty.setDirty(false);
            showTitle();
        } catch (IOException unwritable) {
            Widgets.show(problem, PROBLEM + " " + texts.get("Profile_Unwritable", file.toString()) + " " + texts.get("Unwritable_Remedy"));
            problem.setToolTipText(String.valueOf(unwritable.getMessage()));
        }
    }

    /** Keeps the profile as a file and lets the import use it. */
    private void use() {
        if (dirty.isDirty() || draft.file().isEmpty()) {
            save();
        }
        if (!dirty.isDirty() && draft.file().isPresent() && check.isGood()) {
            ProfileChoice own = new ProfileChoice.Own(draft.file().get());
            state.edit(before -> before.withProfile(own));
            actions.look(texts);
            pages.openImport();
        }
    }
}
