package org.towercrier.exchange.ui.internal;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.towercrier.exchange.ui.internal.page.ImportActions;
import org.towercrier.exchange.ui.internal.page.ImportState;
import org.towercrier.exchange.ui.internal.page.ProfileChoice;

import jakarta.inject.Named;

/** Opens the import page, with files on it when the command names some, and with the profile that was asked for. */
public final class ImportHandler {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    @Execute
    void execute(ImportPages pages, ImportState state, ImportActions actions, Texts texts,
            @Optional @Named(ExchangeIds.PARAMETER_FILES) String files, MApplication application) {
        if (application.getContext().get(ExchangeIds.PROFILE) instanceof String profile) {
            application.getContext().remove(ExchangeIds.PROFILE);
            actions.profiles().flatMap(all -> all.shipped().stream().filter(each -> each.name().equals(profile)).findFirst())
                    .ifPresent(known -> state.edit(draft -> draft.withProfile(new ProfileChoice.Shipped(known))));
        }
        if (files != null) {
            List<Path> named = SEPARATOR.splitAsStream(files).filter(file -> !file.isBlank()).map(Path::of).toList();
            if (state.edit(draft -> draft.with(named))) {
                actions.look(texts);
            }
        }
        pages.openImport();
    }
}
