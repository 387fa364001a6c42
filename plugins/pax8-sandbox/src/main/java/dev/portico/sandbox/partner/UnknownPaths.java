package dev.portico.sandbox.partner;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every other path under /v1: not found, in the words of the API and not of a web server. */
@RestController
class UnknownPaths {

    @RequestMapping("/v1/**")
    ResponseEntity<byte[]> unknown(HttpServletRequest request) {
        throw Problem.notFound("Resource", request.getRequestURI());
    }
}
