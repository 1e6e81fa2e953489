using System.Globalization;
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
    private const double ClicksShare = 0.45;
    private const double IgnoredLetters = 0.12;
    private const double EmptySearches = 0.14;
    private const double AbandonedBaskets = 0.06;
    private const double ForgottenTickets = 0.08;

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
                if (random.Chance(ClicksShare))
                {
                    Add(customer, "email_clicked", atMs, channel, "newsletter", letter);
                    atMs = Browse(customer, Step(atMs, random), DemoChannels.Web, random);
                }

                break;
            case DemoChannels.Store:
                Add(customer, "visit", atMs, channel, "store", null);
                atMs = Step(atMs, random);
                break;
            default:
                atMs = Browse(customer, atMs, channel, random);
                break;
        }

        if (channel != DemoChannels.Email && random.Chance(IgnoredLetters))
        {
            Add(customer, "email_sent", beginMs, DemoChannels.Email, "newsletter", ("subject", random.Pick(DemoCatalogue.Letters)));
        }

        Afterwards(customer, atMs, channel, random);
    }

    /// <summary>Asks a customer how much it would recommend the company.</summary>
    public void AskRelationship(DemoCustomer customer, long atMs, DemoRandom random) =>
        Ask(customer, DemoSurveys.Relationship, atMs, customer.Channel, "account", random, 0);

    private long Browse(DemoCustomer customer, long beginMs, string channel, DemoRandom random)
    {
        emit(new DemoInteraction
        {
            Customer = customer,
            Type = "visit",
            AtMs = beginMs,
            Channel = channel,
            Touchpoint = "home",
            DurationSeconds = 20 + (int)random.Exponential(190),
        });
        var atMs = Step(beginMs, random);
        if (customer.Account is not null)
        {
            Add(customer, "login", atMs, channel, "account", null);
            atMs = Step(atMs, random);
        }

        for (var steps = random.Weighted(42, 30, 21, 7); steps > 0; steps--)
        {
            var (type, touchpoint, about) = random.Weighted(5, 2, customer.Account is null ? 1 : 4) switch
            {
                0 => ("page", "product", ("title", random.Pick(DemoCatalogue.Pages))),
                1 => ("search", "search", ("query", random.Pick(DemoCatalogue.Searches))),
                _ => ("feature_used", "account", ("feature", random.Pick(DemoCatalogue.Features))),
            };
            var results = type != "search" ? (int?)null : random.Chance(EmptySearches) ? 0 : random.Whole(1, 60);
            emit(new DemoInteraction { Customer = customer, Type = type, AtMs = atMs, Channel = channel, Touchpoint = touchpoint, About = about, Results = results });
            atMs = Step(atMs, random);
        }

        if (random.Chance(AbandonedBaskets))
        {
            Checkout(customer, "goal_started", atMs, channel);
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
        // In a store there is no basket that one could leave behind.
        if (channel != DemoChannels.Store)
        {
            Checkout(customer, "goal_started", atMs, channel);
            atMs = Step(atMs, random);
            Checkout(customer, "goal_completed", atMs, channel);
        }

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
        var ticket = string.Create(CultureInfo.InvariantCulture, $"{atMs / 1000 % 10_000_000:0000000}");
        Tell("ticket_opened");
        var rounds = random.Weighted(6, 3, 1) + 1;

        // Chat is answered in minutes, all else within the day; a few are forgotten until somebody looks after the weekend.
        atMs = Later(atMs, random.Chance(ForgottenTickets) ? random.Between(30, 70) : channel == DemoChannels.Chat ? random.Between(0.02, 0.3) : random.Between(0.4, 9));
        Tell("ticket_replied");
        for (var round = 1; round < rounds; round++)
        {
            atMs = Later(atMs, random.Between(0.5, 14));
            Tell("ticket_replied");
        }

        atMs = Later(atMs, random.Between(0.2, 3));
        Tell("ticket_resolved");

        // Each further round makes support less easy.
        Ask(customer, DemoSurveys.SupportEase, Later(atMs, 1), channel, "support", random, 0.38 - (0.4 * (rounds - 1)));

        void Tell(string type) =>
            emit(new DemoInteraction { Customer = customer, Type = type, AtMs = atMs, Channel = channel, Touchpoint = "support", About = about, Ticket = ticket });
    }

    private void Checkout(DemoCustomer customer, string type, long atMs, string channel) =>
        Add(customer, type, atMs, channel, "checkout", ("name", "Checkout"));

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
