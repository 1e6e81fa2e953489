using CxGrains.Host.Demo.Company;
using CxGrains.Host.Demo.Surveys;

namespace CxGrains.Host.Demo.Behaviour;

/// <summary>What customers do when they come, and what follows from it: tickets, surveys and their answers.</summary>
/// <param name="incident">The incident.</param>
/// <param name="pace">How long things take.</param>
/// <param name="emit">Takes the interactions, in no order.</param>
internal sealed class DemoVisits(DemoIncident incident, DemoPace pace, Action<DemoInteraction> emit)
{
    private const double AnswersShare = 0.25;
    private const double CommentsShare = 0.45;

    /// <summary>One visit.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="beginMs">When it begins, Unix milliseconds UTC.</param>
    /// <param name="random">Decides.</param>
    public void Visit(DemoCustomer customer, long beginMs, DemoRandom random)
    {
        var channel = random.Chance(0.7) ? customer.Channel : random.Pick(DemoChannels.All);
        var atMs = beginMs;
        switch (channel)
        {
            case DemoChannels.Chat:
                for (var messages = random.Whole(1, 3); messages > 0; messages--)
                {
                    Add(customer, "message", atMs, channel, "support", ("subject", random.Pick(DemoCatalogue.Subjects)));
                    atMs = Step(atMs, random);
                }

                break;
            case DemoChannels.Email:
                var letter = ("subject", random.Pick(DemoCatalogue.Letters));
                Add(customer, "email_sent", atMs, channel, "newsletter", letter);
                atMs = Step(atMs, random);
                Add(customer, "email_opened", atMs, channel, "newsletter", letter);
                atMs = Step(atMs, random);
                Add(customer, "email_clicked", atMs, channel, "newsletter", letter);
                atMs = Browse(customer, Step(atMs, random), DemoChannels.Web, random);
                break;
            case DemoChannels.Store:
                Add(customer, "visit", atMs, channel, "store", null);
                atMs = Step(atMs, random);
                break;
            default:
                atMs = Browse(customer, atMs, channel, random);
                break;
        }

        Afterwards(customer, atMs, channel, random);
    }

    /// <summary>Asks a customer how much it would recommend the company.</summary>
    public void AskRelationship(DemoCustomer customer, long atMs, DemoRandom random) =>
        Ask(customer, DemoSurveys.Relationship, atMs, customer.Channel, "account", random, 0);

    private long Browse(DemoCustomer customer, long beginMs, string channel, DemoRandom random)
    {
        Add(customer, customer.Account is null ? "visit" : "login", beginMs, channel, "home", null);
        var atMs = Step(beginMs, random);
        for (var steps = random.Whole(0, 3); steps > 0; steps--)
        {
            var (type, touchpoint, about) = random.Weighted(5, 2, customer.Account is null ? 1 : 4) switch
            {
                0 => ("page", "product", ("title", random.Pick(DemoCatalogue.Pages))),
                1 => ("search", "search", ("query", random.Pick(DemoCatalogue.Searches))),
                _ => ("feature_used", "account", ("feature", random.Pick(DemoCatalogue.Features))),
            };
            Add(customer, type, atMs, channel, touchpoint, about);
            atMs = Step(atMs, random);
        }

        return atMs;
    }

    private void Afterwards(DemoCustomer customer, long atMs, string channel, DemoRandom random)
    {
        if (random.Chance(channel == DemoChannels.Store ? 0.5 : 0.16))
        {
            Buy(customer, atMs, channel, random);
        }
        else if (random.Chance(incident.IsMet(channel, atMs) ? 0.12 : 0.035))
        {
            OpenTicket(customer, atMs, channel, random);
        }
        else if (random.Chance(0.012))
        {
            Add(customer, random.Chance(0.6) ? "review" : "referral", atMs, channel, "product", null);
        }
        else if (random.Chance(0.004))
        {
            Add(customer, "complaint", atMs, channel, "support", ("subject", random.Pick(DemoCatalogue.Subjects)));
        }
    }

    private void Buy(DemoCustomer customer, long atMs, string channel, DemoRandom random)
    {
        var (product, price) = random.Pick(DemoCatalogue.Products);
        var count = customer.Plan switch
        {
            "enterprise" => random.Whole(2, 12),
            "pro" => random.Whole(1, 4),
            _ => 1,
        };
        Add(customer, "purchase", atMs, channel, "checkout", ("product", product), price * count);
        if (random.Chance(0.04))
        {
            Add(customer, "refund", Later(atMs, random.Between(24, 120)), channel, "support", ("product", product), price * count);
        }

        if (random.Chance(0.6))
        {
            Ask(customer, DemoSurveys.AfterPurchase, Later(atMs, random.Between(1, 3)), channel, "checkout", random, 0);
        }
    }

    private void OpenTicket(DemoCustomer customer, long atMs, string channel, DemoRandom random)
    {
        var about = ("subject", random.Pick(DemoCatalogue.Subjects));
        Add(customer, "ticket_opened", atMs, channel, "support", about);
        var rounds = random.Weighted(6, 3, 1) + 1;
        for (var round = 0; round < rounds; round++)
        {
            atMs = Later(atMs, random.Between(0.5, 14));
            Add(customer, "ticket_replied", atMs, channel, "support", about);
        }

        atMs = Later(atMs, random.Between(0.2, 3));
        Add(customer, "ticket_resolved", atMs, channel, "support", about);

        // Each further round makes support less easy.
        Ask(customer, DemoSurveys.SupportEase, Later(atMs, 1), channel, "support", random, 0.47 - (0.4 * (rounds - 1)));
    }

    private void Ask(DemoCustomer customer, string survey, long sentMs, string channel, string touchpoint, DemoRandom random, double mood)
    {
        emit(new DemoInteraction { Customer = customer, Type = "survey_sent", AtMs = sentMs, Channel = channel, Touchpoint = touchpoint, Survey = survey });
        if (!random.Chance(AnswersShare))
        {
            return;
        }

        var answerMs = Later(sentMs, random.Exponential(3) + 0.1);

        // Support did well then: the incident is no reason to call it hard.
        var isIncident = survey != DemoSurveys.SupportEase && incident.IsMet(channel, sentMs);

        // Most of what one feels stays the same from answer to answer; the two parts together have deviation 1.
        var feeling = (0.75 * customer.Contentment) + (0.66 * random.Normal()) + mood - (isIncident ? 1.7 : 0);
        var score = DemoScores.Of(survey, feeling);
        emit(new DemoInteraction
        {
            Customer = customer,
            Type = "survey_response",
            AtMs = answerMs,
            Channel = channel,
            Touchpoint = touchpoint,
            Survey = survey,
            Score = score,
            Comment = random.Chance(CommentsShare) ? DemoComments.Pick(random, survey, DemoScores.ToneOf(survey, score), isIncident) : null,
        });
    }

    private void Add(DemoCustomer customer, string type, long atMs, string channel, string touchpoint, (string Name, string Text)? about, decimal? value = null) =>
        emit(new DemoInteraction
        {
            Customer = customer,
            Type = type,
            AtMs = atMs,
            Channel = channel,
            Touchpoint = touchpoint,
            About = about,
            Value = value,
        });

    private long Step(long atMs, DemoRandom random) => atMs + 1000 + (long)(1000 * random.Exponential(pace.StepSeconds));

    private long Later(long atMs, double hours) => atMs + (long)(hours * pace.HourSeconds * 1000);
}
