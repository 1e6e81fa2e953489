using CxGrains.Web.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Audit;

/// <summary>Endpoints whose callers are written down.</summary>
internal static class AuditFilters
{
    /// <summary>
    /// Writes down a reading: behind the query and before the answer, so that nobody is shown what is not written down, and what was
    /// not found is nobody's data.
    /// </summary>
    /// <typeparam name="TView">What is answered.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="customerOf">Whom the answer is about, if it is one customer.</param>
    /// <param name="detailOf">What else to say; must name no customer.</param>
    /// <param name="repeats">Whether pages ask for it again and again, which is one reading.</param>
    public static RouteHandlerBuilder AuditReading<TView>(
        this RouteHandlerBuilder endpoint, string action, Func<TView, string?>? customerOf = null, Func<TView, string>? detailOf = null, bool repeats = true)
        where TView : class => endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            var answer = await next(invocation);
            if (answer is IValueHttpResult { Value: TView view })
            {
                var (context, customer, detail) = (invocation.HttpContext, customerOf?.Invoke(view), detailOf?.Invoke(view) ?? "");
                await (repeats ? Trail(invocation).ReadAsync(context, action, customer, detail) : Trail(invocation).RecordAsync(context, action, customer, detail));
            }

            return answer;
        });

    /// <summary>
    /// Writes down a change before it is made, so that none is made that is not written down. One that is then refused has a second
    /// entry that says so.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="detailOf">Which thing is changed; must name no customer. The id in the path where it is absent.</param>
    public static RouteHandlerBuilder AuditChange(this RouteHandlerBuilder endpoint, string action, Func<HttpContext, string>? detailOf = null) =>
        endpoint.AddEndpointFilter((invocation, next) =>
            ChangeAsync(invocation, next, action, null, (detailOf ?? (context => context.Request.RouteValues["id"]?.ToString() ?? ""))(invocation.HttpContext)));

    /// <summary>The same for a change of one customer, whose id stands in the path.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="customerOf">Whom it is about.</param>
    public static RouteHandlerBuilder AuditChangeOf(this RouteHandlerBuilder endpoint, string action, Func<HttpContext, string> customerOf) =>
        endpoint.AddEndpointFilter((invocation, next) => ChangeAsync(invocation, next, action, customerOf(invocation.HttpContext), ""));

    /// <summary>
    /// Writes down what somebody who is signed in sends by hand, as from a file. What keys send, tools send, and that is the log's.
    /// </summary>
    public static RouteHandlerBuilder AuditSending(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter((invocation, next) =>
        invocation.HttpContext.User.Identity?.AuthenticationType == Schemes.Session
            ? ChangeAsync(invocation, next, AuditActions.InteractionsSent, null, "")
            : next(invocation));

    private static ValueTask<object?> ChangeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, string action, string? customer, string detail) =>
        Trail(invocation).ChangeAsync(invocation.HttpContext, action, customer, detail, () => next(invocation));

    private static AuditTrail Trail(EndpointFilterInvocationContext invocation) => invocation.HttpContext.RequestServices.GetRequiredService<AuditTrail>();
}
