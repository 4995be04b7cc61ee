package org.towercrier.capacity.internal.situation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.CorrelationPolicy;
import org.towercrier.model.alarm.SituationScope;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** How alarms are joined, as a document of the workspace; what it does not say is as in the default. */
public final class PolicyDocument {

    private static final String KIND = "correlation";
    private static final String NAME = "policy";

    private final Documents documents;

    public PolicyDocument(Documents documents) {
        this.documents = documents;
    }

    /** The settings. */
    public CorrelationSettings read() throws StoreException {
        Optional<Versioned<CorrelationPolicy>> stored = documents.load(KIND, NAME, CorrelationPolicy.class);
        return stored.map(document -> settings(document.root())).orElse(CorrelationSettings.DEFAULT);
    }

    private static CorrelationSettings settings(CorrelationPolicy policy) {
        CorrelationSettings usual = CorrelationSettings.DEFAULT;
        Set<SituationScope> scopes = policy.getScopes().isEmpty() ? usual.scopes() : EnumSet.copyOf(policy.getScopes());
        return new CorrelationSettings(
                Optional.ofNullable(policy.getWindow()).map(seconds -> Duration.ofSeconds(seconds)).orElse(usual.window()),
                Optional.ofNullable(policy.getAreaRadius()).orElse(usual.areaRadius()),
                Optional.ofNullable(policy.getAreaMinimum()).orElse(usual.areaMinimum()), scopes);
    }

    void write(CorrelationSettings settings) throws StoreException {
        CorrelationPolicy policy = AlarmFactory.eINSTANCE.createCorrelationPolicy();
        policy.setName(NAME);
        policy.setWindow((int) settings.window().toSeconds());
        policy.setAreaRadius(settings.areaRadius());
        policy.setAreaMinimum(settings.areaMinimum());
        policy.getScopes().addAll(settings.scopes().stream().sorted().toList());
        long version = documents.load(KIND, NAME, CorrelationPolicy.class).map(Versioned::version).orElse(Documents.NEW);
        documents.save(KIND, NAME, policy, version);
    }
}
