package org.towercrier.expansion.ui.internal.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.BackingStoreException;
import org.towercrier.expansion.PlanException;

/** Keeps it with what the window remembers in the folder of the workspace. */
@Component
public final class StoredDraft implements Draft {

    private static final String NODE = "org.towercrier.expansion.ui/draft";

    /** Looked up late: a process without a window has no place for it. */
    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    @Override
    public Optional<PlanQuestion> recall() {
        Map<String, String> texts = new HashMap<>();
        IEclipsePreferences node = node();
        DraftText.names().forEach(name -> Optional.ofNullable(node.get(name, null)).ifPresent(text -> texts.put(name, text)));
        try {
            return texts.isEmpty() ? Optional.empty() : Optional.of(DraftText.read(texts));
        } catch (PlanException unreadable) {
            ILog.of(StoredDraft.class).warn("The plan settings kept with the window cannot be read", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public void keep(Optional<PlanQuestion> question) {
        IEclipsePreferences node = node();
        try {
            DraftText.names().forEach(node::remove);
            question.map(DraftText::write).ifPresent(texts -> texts.forEach(node::put));
            node.flush();
        } catch (BackingStoreException unwritable) {
            ILog.of(StoredDraft.class).warn("The plan settings could not be kept with the window", unwritable);
        }
    }
}
