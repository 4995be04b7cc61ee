package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.exchange.Formats;
import org.towercrier.exchange.ImportService;
import org.towercrier.exchange.Survey.FileSurvey;
import org.towercrier.exchange.profile.ProfileCatalogue;
import org.towercrier.exchange.ui.internal.ExchangeIds;
import org.towercrier.exchange.ui.internal.ImportPages;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;
import org.towercrier.exchange.ui.internal.profile.ProfileDraft;
import org.towercrier.exchange.ui.internal.profile.ProfileEditing;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.EmptyState;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.Commands;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The page that imports files: what they are, a dry run, the import, and what became of each. */
public final class ImportPart extends StatePart implements ResultPane.Actions {

    private static final int REFRESH_MILLIS = 50;

    private final ImportState state;
    private final ImportActions actions;
    private final ProfileEditing editing;
    private final ImportPages pages;
    private final Commands commands;
    private final Texts texts;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Runnable listener = this::refreshSoon;
    private SourcesPane sources;
    private OptionsBar options;
    private FoundPane found;
    private ResultPane result;
    private Button dryRun;
    private Button run;

    @Inject
    public ImportPart(PartSite site, ImportState state, ImportActions actions, ProfileEditing editing, ImportPages pages,
            Commands commands, Texts texts) {
        super(site);
        this.state = state;
        this.actions = actions;
        this.editing = editing;
        this.pages = pages;
        this.commands = commands;
        this.texts = texts;
        state.listen(listener);
    }

    @PreDestroy
    void close() {
        state.forget(listener);
    }

    /** The buttons follow when a workspace is opened or closed. */
    @Inject
    void workspaceChanged(@Optional ImportService service, @Optional ProfileCatalogue profiles) {
        changed();
    }

    @Override
    protected Control createContent(StatePane parent) {
        EmptyState nothing = parent.setEmpty(Icon.IMPORT, texts.get("Empty_Title"),
                texts.get("Empty_Text") + "\n\n" + texts.get("Empty_Formats"))
                .button(texts.get("Sources_Files"), this::addFiles).button(texts.get("Sources_AddFolder"), this::addFolder);
        if (commands.canRun(ExchangeIds.COMMAND_SAMPLE)) {
            nothing.button(texts.get("Empty_Sample"), () -> commands.run(ExchangeIds.COMMAND_SAMPLE));
        }
        Composite work = Widgets.area(parent, 1, Widgets.MARGIN, 8);
        GridLayoutFactory.fillDefaults().margins(Widgets.MARGIN, 8).spacing(8, 8).applyTo(work);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons(work));
        options = new OptionsBar(work, texts, actions, state, this::editProfile);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(options);
        SashForm halves = new SashForm(work, SWT.VERTICAL);
        halves.setSashWidth(8);
        Widgets.page(halves);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        SashForm upper = new SashForm(halves, SWT.HORIZONTAL);
        upper.setSashWidth(8);
        Widgets.page(upper);
        sources = new SourcesPane(upper, texts, this::remove);
        found = new FoundPane(upper, texts, site(), () -> actions.look(texts));
        upper.setWeights(18, 82);
        result = new ResultPane(halves, texts, words(), site(), this);
        halves.setWeights(48, 52);
        FileDrop.on(parent, this::add);
        return work;
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            sources.setFocus();
        } else {
            super.takeFocus();
        }
    }

    private Composite buttons(Composite parent) {
        Composite bar = Widgets.area(parent, 7, 0, 0);
        Widgets.button(bar, texts.get("Sources_Files"), texts.get("Sources_Files_Tip"), this::addFiles);
        Widgets.button(bar, texts.get("Sources_AddFolder"), texts.get("Sources_AddFolder_Tip"), this::addFolder);
        Widgets.button(bar, texts.get("Sources_Remove"), texts.get("Sources_Remove_Tip"), () -> remove(sources.selected()));
        Widgets.button(bar, texts.get("Sources_Clear"), texts.get("Sources_Clear_Tip"), () -> remove(state.draft().sources()));
        Widgets.spring(bar);
        dryRun = Widgets.button(bar, texts.get("Run_DryRun"), texts.get("Run_DryRun_Tip"), () -> actions.run(true, texts));
        run = Widgets.button(bar, texts.get("Run_Import"), texts.get("Run_Import_Tip"), () -> actions.run(false, texts));
        return bar;
    }

    private Words words() {
        return new Words(texts, actions.formats().map(Formats::importers).orElse(List.of()));
    }

    /** Many reports of a running import become one repaint. */
    private void refreshSoon() {
        if (refreshing.compareAndSet(false, true)) {
            site().later(() -> {
                if (isBuilt()) {
                    pane().getDisplay().timerExec(REFRESH_MILLIS, () -> {
                        refreshing.set(false);
                        changed();
                    });
                }
            });
        }
    }

    @Override
    protected void refresh() {
        Words words = words();
        sources.show(state.draft().sources());
        options.show(state.draft(), words);
        found.show(state, words);
        result.show(state, words);
        boolean ready = state.running().isEmpty() && actions.canImport();
        dryRun.setEnabled(ready);
        run.setEnabled(ready);
        pane().showUnless(state.draft().isEmpty());
    }

    @Override
    public void again(boolean withoutStoring) {
        actions.run(withoutStoring, texts);
    }

    private void add(List<Path> added) {
        if (state.edit(draft -> draft.with(added))) {
            actions.look(texts);
        }
    }

    private void remove(List<Path> removed) {
        if (state.running().isEmpty() && state.edit(draft -> draft.without(removed))) {
            actions.look(texts);
        }
    }

    private void addFiles() {
        FileDialog dialog = new FileDialog(shell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(texts.get("Sources_Files_Tip"));
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            add(Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList());
        }
    }

    private void addFolder() {
        DirectoryDialog dialog = new DirectoryDialog(shell());
        dialog.setText(texts.get("Sources_AddFolder_Tip"));
        String folder = dialog.open();
        if (folder != null) {
            add(List.of(Path.of(folder)));
        }
    }

    private Shell shell() {
        return pane().getShell();
    }

    /** Opens the mapping of the selected file, or the chosen one, as text. */
    private void editProfile() {
        actions.profiles().ifPresent(catalogue -> {
            ProfileDraft draft = switch (state.draft().profile()) {
                case ProfileChoice.Own own -> ProfileDraft.ofFile(own.file());
                case ProfileChoice.Shipped shipped -> ProfileDraft.of(shipped.profile(), catalogue);
                case ProfileChoice.Automatic automatic -> found.selected().flatMap(FileSurvey::profile)
                        .map(profile -> ProfileDraft.of(profile, catalogue)).orElseGet(ProfileDraft::blank);
            };
            editing.open(draft);
            pages.openProfile();
        });
    }

    @Override
    public void cancel() {
        actions.cancel();
    }

    @Override
    public void openQuarantine(Path report) {
        pages.openQuarantine(report);
    }

    @Override
    public void openHistory() {
        pages.openHistory();
    }
}
