package org.towercrier.capacity.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situation;

/** Situations and decisions as parts of a JSON document, with the names scripts rely on. */
final class SituationDocument {

    private SituationDocument() {
    }

    static Map<String, Object> of(Situation situation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", situation.id());
        json.put("severity", situation.severity().getLiteral());
        json.put("scope", situation.scope().getLiteral());
        json.put("place", situation.place());
        json.put("parent", situation.parent());
        json.put("began", situation.began().toString());
        json.put("latest", situation.latest().toString());
        json.put("open", situation.open());
        json.put("cells", situation.cells());
        json.put("members", situation.members().stream().map(SituationDocument::of).toList());
        return json;
    }

    private static Map<String, Object> of(Situation.Member member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alarm", member.alarm());
        json.put("cell", member.cell());
        json.put("listed", member.listed());
        json.put("link", member.link().getLiteral());
        json.put("linkedTo", member.linkedTo());
        json.put("lag", member.lag().toSeconds());
        json.put("decision", member.decision().isPresent() ? member.decision().getAsLong() : null);
        return json;
    }

    static Map<String, Object> of(Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", decision.id());
        json.put("time", decision.time().toString());
        json.put("user", decision.user());
        json.put("decision", decision.kind().getLiteral());
        json.put("alarm", decision.alarm());
        json.put("anchor", decision.anchor());
        json.put("always", decision.always());
        json.put("text", decision.text());
        json.put("revoked", decision.revocation().map(revoked -> revoked.time().toString()).orElse(null));
        json.put("revokedBy", decision.revocation().map(revoked -> revoked.user()).orElse(null));
        return json;
    }
}
