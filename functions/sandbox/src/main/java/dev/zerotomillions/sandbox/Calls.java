package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseFactory;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries calls out, each once for its Idempotency-Key, and lets go wrong what the card's token
 * asks for. The answer is remembered in the very transaction that makes it true.
 */
@Singleton
class Calls {
  /** More than ever meet at one intent. */
  private static final int RACES = 16;

  private final Database database;
  private final RememberedAnswers answers;
  private final Dice dice;
  private final InstantSource clock;

  Calls(Database database, RememberedAnswers answers, Dice dice, InstantSource clock) {
    this.database = database;
    this.answers = answers;
    this.dice = dice;
    this.clock = clock;
  }

  /** Works out what a call would do, and writes nothing; asked again after a lost race. */
  @FunctionalInterface
  interface Planner {
    Outcome plan(int race);
  }

  HttpResponse<?> once(HttpRequest<?> request, Form form, Planner planner) {
    var key = RequestKey.of(request, form);
    for (int race = 0; race < RACES; race++) {
      var known = key == null ? Optional.<Outcome>empty() : answers.find(key);
      if (known.isPresent()) {
        return response(known.get()).header("Idempotent-Replayed", "true");
      }
      try {
        return response(carriedOut(key, planner, race));
      } catch (Intents.Overtaken | RememberedAnswers.AnsweredMeanwhile e) {
        // Whoever was first may have changed what this call comes to.
      }
    }
    throw RequestRefused.busy();
  }

  private Outcome carriedOut(@Nullable RequestKey key, Planner planner, int race) {
    var outcome = mishandled(planned(planner, race));
    List<Change> changes = new ArrayList<>();
    if (key != null) {
      changes.add(answers.remember(key, outcome));
    }
    changes.addAll(outcome.changes());
    if (!changes.isEmpty()) {
      database.commit(changes);
    }
    return outcome;
  }

  private static Outcome planned(Planner planner, int race) {
    try {
      return planner.plan(race);
    } catch (StripeError e) {
      if (e.isRemembered()) {
        return Outcome.refused(null, e);
      }
      throw e;
    }
  }

  private Outcome mishandled(Outcome outcome) {
    return switch (mishap(outcome.card())) {
      case NONE -> outcome;
      case BEFORE_THE_EFFECT -> throw Outage.beforeTheEffect();
      case AFTER_THE_EFFECT -> outcome.answering(Outage.afterTheEffect());
    };
  }

  /** Fails a call that changes nothing, if the card asks for it. */
  void look(Intent intent) {
    if (mishap(intent.token()) != Mishap.NONE) {
      throw Outage.beforeTheEffect();
    }
  }

  private Mishap mishap(@Nullable String card) {
    return Optional.ofNullable(card)
        .flatMap(TestToken::parse)
        .map(token -> Mishap.of(token, dice, clock.instant()))
        .orElse(Mishap.NONE);
  }

  private static MutableHttpResponse<?> response(Outcome outcome) {
    return HttpResponseFactory.INSTANCE
        .status(outcome.status(), null)
        .body(outcome.body())
        .contentType("application/json");
  }
}
