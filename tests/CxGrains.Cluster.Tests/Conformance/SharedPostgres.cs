using CxGrains.Tests.Shared.Postgres;

namespace CxGrains.Cluster.Tests.Conformance;
