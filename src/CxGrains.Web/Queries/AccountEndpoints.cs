using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Web.Audit;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CxGrains.Web.Queries;

/// <summary>What readers may ask of accounts.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/accounts").WithTags("Queries").RequireAuthorization(Access.Query);
        group.MapGet("", AccountsAsync).WithSummary("A page of accounts")
            .AuditReading<AccountPage>(AuditActions.AccountsList, detailOf: page => AuditTrail.Count(page.Accounts.Count));
        group.MapGet("/{**id}", AccountAsync).WithSummary("One account with its first customers and its open alerts")
            .AuditReading<AccountView>(AuditActions.AccountRead, detailOf: account => account.Id);
    }

    private static async Task<Ok<AccountPage>> AccountsAsync(HttpContext context, IQueries queries)
    {
        var request = context.Request;
        var query = new AccountQuery
        {
            Search = QueryText.Id(request, "q"),
            Sort = QueryText.OneOf<AccountSort>(request, "sort") ?? AccountSort.Risk,
            Reverse = QueryText.Flag(request, "reverse"),
            Limit = QueryText.Integer(request, "limit", 1, CustomerQuery.LimitMax, new AccountQuery().Limit),
            Cursor = QueryText.Find(request, "cursor"),
            AsOf = QueryText.Instant(request, "asOf"),
        };
        return TypedResults.Ok(await queries.AccountsAsync(Caller.Of(context).Workspace, query, context.RequestAborted));
    }

    private static async Task<Ok<AccountView>> AccountAsync(HttpContext context, IQueries queries)
    {
        var id = PathId.Of(context, "accounts");
        var asOf = QueryText.Instant(context.Request, "asOf");
        var account = await queries.AccountAsync(Caller.Of(context).Workspace, id, asOf, context.RequestAborted);
        return TypedResults.Ok(account ?? throw new ProblemException(Problem.NotFound("account", id)));
    }
}
