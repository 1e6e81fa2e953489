namespace CxGrains.Host.Demo.Company;

/// <summary>The countries the company sells to.</summary>
internal static class DemoCultures
{
    /// <summary>All of them. Names that carry accents keep them; e-mail addresses drop them.</summary>
    public static readonly IReadOnlyList<DemoCulture> All =
    [
        Of("DE", 22, 1, "Anna Jonas Lena Felix Mia Lukas Jürgen Käthe Emil Clara Moritz Heike", "Brandt Vogel Schäfer Lindner Krüger Hartmann Böhm Winkler Seidel Pohl"),
        Of("GB", 16, 0, "Oliver Amelia George Isla Harry Freya Callum Imogen Rhys Poppy Alfie Maeve", "Ashworth Bennett Clarke Doyle Ellis Fletcher Hughes Marsh Whitaker Price"),
        Of("FR", 12, 1, "Léa Hugo Chloé Louis Manon Théo Camille Éloïse Bastien Margaux Rémi Inès", "Moreau Lefèvre Girard Fontaine Chevalier Renard Blanchard Perrin Lacroix Faure"),
        Of("NL", 8, 1, "Daan Sanne Bram Femke Sem Lotte Thijs Noor Jasper Fleur", "Visser Bakker Mulder Dekker Brouwer Hendriks Kuiper Vos Postma Willems"),
        Of("ES", 8, 1, "Lucía Pablo Carmen Álvaro Sofía Javier Inés Diego Marta Iñaki", "García Navarro Ortega Molina Castro Iglesias Serrano Vidal Peña Cabrera"),
        Of("IT", 8, 1, "Giulia Matteo Chiara Lorenzo Elena Davide Alessia Nicolò Paola Renzo", "Ricci Marino Conti Gallo Ferrara Bianchi Rinaldi Moretti Caruso Villa"),
        Of("PL", 6, 1, "Zofia Jakub Hanna Michał Łucja Piotr Wiktoria Wojciech Agnieszka Tomasz", "Nowak Wójcik Kamiński Zieliński Wróbel Kaczmarek Mazur Dąbrowska Pawlak Sikora"),
        Of("SE", 5, 1, "Astrid Erik Maja Oskar Saga Nils Ebba Björn Linnéa Åke", "Lindqvist Bergström Sandberg Åkesson Nyström Holm Forsberg Sjöberg Ek Dahl"),
        Of("TR", 4, 3, "Elif Emre Zeynep Burak Defne Mert Ayşe Can Selin Çağla", "Yılmaz Demir Şahin Kaya Aydın Öztürk Arslan Koç Polat Güneş"),
        Of("US", 7, -5, "Avery Mason Harper Ethan Naomi Caleb Priya Marcus Elena Tyrell Grace Wei", "Coleman Nguyen Rivera Patel Sullivan Brooks Hayes Okafor Kim Larson"),
        Of("IN", 3, 5, "Aarav Ananya Rohan Diya Vikram Kavya Arjun Meera", "Sharma Iyer Mehta Reddy Kapoor Banerjee Nair Joshi"),
        Of("JP", 3, 9, "Yui Haruto Aoi Ren Sakura Sōta Hina Kaito", "Satō Tanaka Itō Watanabe Kobayashi Nakamura Mori Kondō"),
        Of("BR", 3, -3, "Beatriz João Larissa Thiago Júlia Rafael Luana Caio", "Souza Almeida Barbosa Ribeiro Araújo Teixeira Rocha Pires"),
    ];

    private static DemoCulture Of(string country, double weight, int utcHours, string given, string family) =>
        new(country, weight, utcHours, given.Split(' '), family.Split(' '));
}
