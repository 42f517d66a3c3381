import { describeContract } from "@setor-tooling/contract/describe-contract";
import { findVendor } from "@setor-tooling/model/vendors";
import { describeMutations } from "@setor-tooling/mutation/describe-mutations";

const vendor = findVendor("pbb");

describeContract(vendor);
describeMutations(vendor);
