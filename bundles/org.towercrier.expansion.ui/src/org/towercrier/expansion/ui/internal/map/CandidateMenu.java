package org.towercrier.expansion.ui.internal.map;

import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.ui.internal.ExpansionIds;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.ui.map.MapAddition.CommandRunner;
import org.towercrier.ui.map.MapPlace;

/** What can be done with candidate sites on the map. */
final class CandidateMenu {

    private final Texts texts;
    private final CommandRunner commands;

    CandidateMenu(Texts texts, CommandRunner commands) {
        this.texts = texts;
        this.commands = commands;
    }

    /** @param here the candidate that stands at the place */
    void fill(Menu menu, MapPlace place, Optional<Candidate> here) {
        item(menu, texts.get("Candidate_AddHere"), ExpansionIds.COMMAND_ADD_CANDIDATE,
                Map.of(ExpansionIds.PARAMETER_LATITUDE, Double.toString(place.latitude()), ExpansionIds.PARAMETER_LONGITUDE,
                        Double.toString(place.longitude())));
        here.ifPresent(candidate -> item(menu, texts.get("Candidate_RemoveNamed", candidate.name()),
                ExpansionIds.COMMAND_REMOVE_CANDIDATE, Map.of(ExpansionIds.PARAMETER_CANDIDATE, candidate.id())));
        item(menu, texts.get("Candidate_All"), ExpansionIds.COMMAND_OPEN, Map.of(ExpansionIds.PARAMETER_PART, ExpansionIds.PART_SETTINGS));
    }

    private void item(Menu menu, String label, String command, Map<String, Object> parameters) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> commands.run(command, parameters)));
    }
}
