package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container forwards what filters refused by a bare status. */
@Controller
final class ErrorEndpoint implements ErrorController {

    private final Failures failures;

    ErrorEndpoint(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            failures.answer(failure, request, response);
        } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                instanceof Integer status) {
            failures.answer(Problems.ofStatus(status), request, response);
        } else {
            failures.answer(Problems.ofStatus(404), request, response);
        }
    }
}
