package dev.portico.sandbox.control;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.portico.sandbox.data.CommitmentRule;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.faults.Journal;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A subscription as it really stands, whatever the API may show at the moment.
 *
 * @param accepted    the quantity that was accepted last, shown or not
 * @param rule        what the vendor allows in its commitment
 * @param mayIncrease whether more units are accepted today
 * @param mayDecrease whether fewer units are accepted today
 * @param changes     every executed change of its quantity, newest first
 */
public record Truth(@JsonUnwrapped Subscription subscription, int accepted, @Nullable CommitmentRule rule, boolean mayIncrease,
                    boolean mayDecrease, List<Journal.Change> changes) {
}
