package org.towercrier.campaign.ui.internal.editor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.Launches;
import org.towercrier.campaign.ui.internal.CampaignJobs;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.ExperimentArm;

import jakarta.inject.Inject;

/** Launch, hand over, pause, end and conclude, as jobs whose outcome is a sentence. */
@Creatable
final class CampaignActions {

    /** Name of the channel service that writes batches as files for any gateway. */
    private static final String FILES = "file";

    private final Texts texts;
    private final Words words;
    private final CampaignJobs jobs;
    private Optional<Launches> launches = Optional.empty();
    private Optional<CampaignResults> results = Optional.empty();

    @Inject
    CampaignActions(Texts texts, Words words, CampaignJobs jobs) {
        this.texts = texts;
        this.words = words;
        this.jobs = jobs;
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Launches launching,
            @org.eclipse.e4.core.di.annotations.Optional CampaignResults evaluating) {
        launches = Optional.ofNullable(launching);
        results = Optional.ofNullable(evaluating);
    }

    /** The evaluation of the open workspace. */
    Optional<CampaignResults> results() {
        return results;
    }

    /** Freezes the audience and draws the groups. */
    void launch(String campaign, Consumer<String> said) {
        launches.ifPresent(service -> jobs.run("Action_LAUNCH", cancel -> service.launch(campaign, Instant.now(), cancel),
                launched -> said.accept(texts.get("Said_Launched", launched.members(),
                        launched.arms().getOrDefault(ExperimentArm.TREATMENT, 0L),
                        launched.members() - launched.arms().getOrDefault(ExperimentArm.TREATMENT, 0L),
                        launched.leftOut() + launched.delayed(), launched.offPeak())),
                said));
    }

    /** Asks the gate and hands over what passes. */
    void send(String campaign, Consumer<String> said) {
        launches.ifPresent(service -> jobs.run("Action_SEND", cancel -> service.send(campaign, Instant.now(), FILES, cancel),
                sent -> said.accept(sent.contacts() == 0
                        ? texts.get("Said_NothingSent", sent.gate().delayed(), sent.gate().stopped())
                        : texts.get("Said_Sent", sent.contacts(), sent.batches().size(), sent.batches().stream()
                                .flatMap(batch -> batch.where().stream()).distinct().collect(Collectors.joining(", ")))),
                said));
    }

    /** Pauses, resumes or ends it. */
    void move(Campaigns campaigns, String campaign, CampaignState to, String key, Consumer<String> said) {
        jobs.run(key, cancel -> campaigns.move(campaign, to), moved -> said.accept(texts.get("Said_Moved", words.of(to))), said);
    }

    /** Evaluates and writes the verdict into the campaign. */
    void conclude(String campaign, String conclusion, Consumer<String> said) {
        results.ifPresent(service -> jobs.run("Action_CONCLUDE",
                cancel -> service.conclude(campaign, Instant.now(), conclusion, cancel),
                result -> said.accept(texts.get("Said_Concluded", words.of(result.verdict()))), said));
    }
}
