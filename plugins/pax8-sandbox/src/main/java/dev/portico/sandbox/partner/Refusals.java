package dev.portico.sandbox.partner;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals of the Partner API into its error bodies. */
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {

    private final Answers answers;

    Refusals(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(Problem problem, HttpServletRequest request) {
        return answers.problem(problem, request);
    }
}
