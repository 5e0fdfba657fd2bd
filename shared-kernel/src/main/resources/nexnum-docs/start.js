SwaggerUIBundle({
    url: "/api/v1/openapi.json",
    dom_id: "#contract",
    deepLinking: true,
    displayRequestDuration: true,
    persistAuthorization: false,
});
