"""A Ray cluster of two nodes with one core each, both on this machine; prints its address and stays until its input ends.   python tests/experiment/cluster.py

Ray takes 127.0.0.1 for the machine's own address, so that is the one it listens on.
"""

import sys

from ray.cluster_utils import Cluster

cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
cluster.add_node(num_cpus=1)
cluster.wait_for_nodes()
print("address", cluster.address, flush=True)
sys.stdin.read()
cluster.shutdown()
