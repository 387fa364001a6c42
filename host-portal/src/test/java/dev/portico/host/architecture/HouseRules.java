package dev.portico.host.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Bean;

/** What every module of the portal and every plugin keeps to in its main code. */
public final class HouseRules {

    @ArchTest
    static final ArchRule packagesAreNamedAfterFeatures = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..misc..")
            .because("such a package holds what nobody found a place for");

    @ArchTest
    static final ArchRule packagesSayWhetherNullIsAllowed = classes().should(stayInANullMarkedPackage());

    @ArchTest
    static final ArchRule datesAreOfJavaTime = noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class);

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethodWhere(describe("the time is read past the clock", HouseRules::readsTheTimePastTheClock))
            .because("logic that depends on time can only be tested with a clock of one's own");

    @ArchTest
    static final ArchRule clocksAreMadeAsBeans = noClasses()
            .should()
            .callMethodWhere(describe("a clock is made outside of the bean method", HouseRules::makesAClockInPassing));

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    @ArchTest
    static final ArchRule wordsGoToTheLog = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private HouseRules() {}

    private static boolean readsTheTimePastTheClock(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        if (owner.isEquivalentTo(System.class)) {
            return call.getName().equals("currentTimeMillis");
        }
        return owner.getPackageName().startsWith("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
    }

    private static boolean makesAClockInPassing(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Clock.class)
                && call.getName().startsWith("system")
                && !call.getOrigin().isAnnotatedWith(Bean.class);
    }

    private static ArchCondition<JavaClass> stayInANullMarkedPackage() {
        return new ArchCondition<>("stay in a package that is @NullMarked by its package-info.java") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked"));
            }
        };
    }
}
