package org.towercrier.exchange.ui.internal.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.towercrier.exchange.Formats;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ProfileCatalogue;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.exchange.ui.internal.Widgets;

/** How the files are to be read: format, mapping, strictness. */
final class OptionsBar extends Composite {

    private static final int COLUMNS = 7;
    private static final int COMBO_WIDTH = 200;

    private final Texts texts;
    private final ImportActions actions;
    private final ImportState state;
    private final Combo format;
    private final Combo profile;
    private final Button strict;
    private List<ImporterInfo> importers = List.of();
    private List<ProfileChoice> choices = List.of();

    OptionsBar(Composite parent, Texts texts, ImportActions actions, ImportState state, Runnable editProfile) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.actions = actions;
        this.state = state;
        Widgets.page(this);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(8, 4).applyTo(this);
        Widgets.label(this, texts.get("Options_Format"));
        format = combo(texts.get("Options_Format_Tip"), this::formatChosen);
        Widgets.label(this, texts.get("Options_Profile"));
        profile = combo(texts.get("Options_Profile_Tip"), this::profileChosen);
        Widgets.button(this, texts.get("Options_File"), texts.get("Options_File_Tip"), this::chooseFile);
        Widgets.button(this, texts.get("Options_Edit"), texts.get("Options_Edit_Tip"), editProfile);
        strict = new Button(this, SWT.CHECK);
        strict.setText(texts.get("Options_Strict"));
        strict.setToolTipText(texts.get("Options_Strict_Tip"));
        strict.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> state.edit(draft -> draft.withStrict(strict.getSelection()))));
    }

    private Combo combo(String tip, Runnable chosen) {
        Combo combo = new Combo(this, SWT.READ_ONLY);
        combo.setToolTipText(tip);
        combo.setVisibleItemCount(20);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.run()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(COMBO_WIDTH / 2, SWT.DEFAULT)
                .applyTo(combo);
        return combo;
    }

    void show(ImportDraft draft, Words words) {
        importers = actions.formats().map(Formats::importers).orElse(List.of());
        List<String> labels = new ArrayList<>(List.of(texts.get("Options_Auto")));
        importers.forEach(importer -> labels.add(importer.label()));
        int chosen = draft.format().map(id -> importers.stream().map(ImporterInfo::id).toList().indexOf(id) + 1).orElse(0);
        fill(format, labels, chosen);
        choices = choices(draft);
        fill(profile, choices.stream().map(choice -> label(choice, words)).toList(),
                Math.max(0, choices.indexOf(draft.profile())));
        strict.setSelection(draft.strict());
    }

    private List<ProfileChoice> choices(ImportDraft draft) {
        List<ProfileChoice> all = new ArrayList<>(List.of(new ProfileChoice.Automatic()));
        if (draft.profile() instanceof ProfileChoice.Own own) {
            all.add(own);
        }
        List<ImportProfile> shipped = actions.profiles().map(ProfileCatalogue::shipped).orElse(List.of());
        shipped.forEach(each -> all.add(new ProfileChoice.Shipped(each)));
        return all;
    }

    private String label(ProfileChoice choice, Words words) {
        return switch (choice) {
            case ProfileChoice.Automatic automatic -> texts.get("Options_Auto");
            case ProfileChoice.Own own -> String.valueOf(own.file().getFileName());
            case ProfileChoice.Shipped shipped -> words.profile(shipped.profile());
        };
    }

    private static void fill(Combo combo, List<String> labels, int chosen) {
        if (!labels.equals(List.of(combo.getItems()))) {
            combo.setItems(labels.toArray(String[]::new));
        }
        if (combo.getSelectionIndex() != chosen) {
            combo.select(chosen);
        }
    }

    private void formatChosen() {
        int index = format.getSelectionIndex() - 1;
        Optional<String> id = index < 0 ? Optional.empty() : Optional.of(importers.get(index).id());
        if (state.edit(draft -> draft.withFormat(id))) {
            actions.look(texts);
        }
    }

    private void profileChosen() {
        ProfileChoice choice = choices.get(Math.max(0, profile.getSelectionIndex()));
        if (state.edit(draft -> draft.withProfile(choice))) {
            actions.look(texts);
        }
    }

    private void chooseFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(texts.get("Options_File_Tip"));
        dialog.setFilterExtensions(new String[]{ "*.yaml;*.yml", "*" });
        String file = dialog.open();
        if (file != null && state.edit(draft -> draft.withProfile(new ProfileChoice.Own(Path.of(file))))) {
            actions.look(texts);
        }
    }
}
