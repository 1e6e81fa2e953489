using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Tests.Customers;

namespace CxGrains.Domain.Tests.Accounts;

/// <summary>A row of the index for a customer to which things happened.</summary>
internal static class AccountCustomer
{
    public static CustomerEntry Of(string id, params string[] lines)
    {
        var story = new CustomerStory { Customer = new Customer(id) };
        foreach (var line in lines)
        {
            story.Happens(line);
        }

        var entry = new CustomerEntry(id);
        entry.Refresh(story.Customer, profileChanged: true, memberChanged: true);
        return entry;
    }
}
